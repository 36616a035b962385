// Gives a draft the ids a database would.
import type { Day, Plan, PlanDraft, Week, WeekDraft } from '../contract/plan.ts';

export type NextId = () => number;

export function numberedPlan(draft: PlanDraft, profileId: number, now: string, nextId: NextId): Plan {
  const id = nextId();
  const weeks = draft.weekly_schedules.map((week) => numberedWeek(week, id, nextId));
  return { ...draft, id, user_profile_id: profileId, created_at: now, updated_at: now, weekly_schedules: weeks };
}

export function numberedWeek(draft: WeekDraft, planId: number, nextId: NextId, id = nextId()): Week {
  return { ...draft, id, training_plan_id: planId, daily_trainings: draft.daily_trainings.map((day) => numberedDay(day, id, nextId)) };
}

function numberedDay(draft: WeekDraft['daily_trainings'][number], weekId: number, nextId: NextId): Day {
  const id = nextId();
  return {
    ...draft,
    id,
    weekly_schedule_id: weekId,
    strength_exercises: draft.strength_exercises.map((each) => ({ ...each, id: nextId(), daily_training_id: id })),
    endurance_sessions: draft.endurance_sessions.map((each) => ({ ...each, id: nextId(), daily_training_id: id })),
  };
}
