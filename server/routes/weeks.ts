// Fills the next week of a plan.
import { firstMonday } from '../coach/plan.ts';
import { fullWeek } from '../coach/week.ts';
import type { Plan } from '../contract/plan.ts';
import { weekRequest } from '../contract/requests.ts';
import type { Step } from '../middleware/state.ts';
import { bodyOf } from '../middleware/valid.ts';
import { notFound, Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { athleteOf, owned, ownProfile } from './owned.ts';

/** Two years: each week makes a plan longer to read. */
const MOST_WEEKS = 104;
const WEEK_MS = 7 * 86_400_000;

export function addWeek(services: Services): Step {
  return async (ctx) => {
    const { user_profile_id: profileId, plan_id: planId } = bodyOf(ctx, weekRequest);
    const profile = await ownProfile(ctx, services, profileId);
    const plan = await services.store.plan(profile.id, owned(ctx));
    if (plan === undefined || (planId != null && plan.id !== planId)) throw notFound();

    const next = nextWeekNumber(plan);
    if (next > MOST_WEEKS) throw new Problem(422, 'This plan has all its weeks. It is time for a new one.');
    const athlete = await athleteOf(ctx, services, profile);
    // Who asks at the same moment fills the same week: once.
    await services.store.fillWeek(plan.id, fullWeek(athlete, next, mondayOf(plan, next)), owned(ctx));
    const data = await services.store.plan(profile.id, owned(ctx));
    ctx.body = { success: true, data, message: `Week ${next} is ready.`, metadata: { next_week_number: next } };
  };
}

/** The first day of a week of the plan. */
export function mondayOf(plan: Plan, weekNumber: number): Date {
  const first = plan.weekly_schedules.find(({ week_number }) => week_number === 1)?.daily_trainings[0]?.scheduled_date;
  const start = first === undefined ? firstMonday(new Date(plan.created_at)) : new Date(`${first}T00:00:00Z`);
  return new Date(start.getTime() + (weekNumber - 1) * WEEK_MS);
}

/** The week after the last one that has its days. */
export function nextWeekNumber(plan: Plan): number {
  const full = plan.weekly_schedules.filter(({ daily_trainings }) => daily_trainings.length > 0);
  return Math.max(0, ...full.map(({ week_number }) => week_number)) + 1;
}
