// A whole plan by rule: the first week in full, twelve more in outline. The free tier, and the fallback of the premium one.
import type { PersonalInfo } from '../contract/personal-info.ts';
import type { PlanDraft, WeekDraft } from '../contract/plan.ts';
import type { Athlete } from './athlete.ts';
import { fullWeek, outlineWeek } from './week.ts';

const WEEKS = 13;

/** The plan for a person that starts on the given Monday. */
export function ruleBasedPlan(athlete: Athlete, info: PersonalInfo, monday: Date): PlanDraft {
  const spared = [...athlete.sparedJoints];
  return {
    title: `${WEEKS} weeks for ${info.username}`,
    summary: `${athlete.daysPerWeek} training days a week of about ${athlete.minutes} minutes, in blocks of three weeks that build and one that recovers.`,
    justification:
      spared.length === 0
        ? 'It fits your time, your equipment and your experience.'
        : `It fits your time and equipment and spares: ${spared.join(', ')}.`,
    ai_message: 'Your plan is ready. Have a look at the first week and tell me what to change.',
    weekly_schedules: [fullWeek(athlete, 1, monday), ...outlineWeeks(athlete)],
  };
}

/** The weeks after the first one, before their days are written. */
export function outlineWeeks(athlete: Athlete): readonly WeekDraft[] {
  return Array.from({ length: WEEKS - 1 }, (_, index) => outlineWeek(athlete, index + 2));
}

/** Midnight UTC of the Monday of that day's week, or of the next week when less than half of it is left. */
export function firstMonday(today: Date): Date {
  const weekday = (today.getUTCDay() + 6) % 7;
  const days = weekday <= 3 ? -weekday : 7 - weekday;
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() + days));
}
