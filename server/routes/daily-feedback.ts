// Learns from one training day.
import { lessonsOfDay } from '../coach/daily-feedback.ts';
import { learn } from '../coach/lessons.ts';
import type { Day, Plan } from '../contract/plan.ts';
import { dailyFeedbackRequest } from '../contract/requests.ts';
import { matchContext } from '../knowledge/context.ts';
import { type Step, userOf } from '../middleware/state.ts';
import { bodyOf } from '../middleware/valid.ts';
import { notFound } from '../problem.ts';
import type { Services } from '../services.ts';
import { owned } from './owned.ts';

export function learnFromDay(services: Services): Step {
  return async (ctx) => {
    const said = bodyOf(ctx, dailyFeedbackRequest);
    const plan = await services.store.planById(said.plan_id, owned(ctx));
    const day = plan === undefined ? undefined : dayOf(plan, said.daily_training_id);
    if (plan === undefined || day === undefined) throw notFound();

    const learned = lessonsOfDay(said, day.day_of_week);
    const now = new Date().toISOString();
    const knownIds = new Set<string>();
    const playbook = await services.store.updatePlaybook((known) => {
      knownIds.clear();
      for (const { id } of known?.lessons ?? []) knownIds.add(id);
      return learn(userOf(ctx).id, known, learned, String(plan.id), now);
    }, owned(ctx));
    await matchContext(playbook, services, owned(ctx));
    // Not every lesson finds its place among the twenty that are kept.
    const data = {
      lessons_generated: learned.length,
      lessons_added: playbook.lessons.filter(({ id }) => !knownIds.has(id)).length,
      lessons_updated: playbook.lessons.filter(({ id, last_used_at }) => knownIds.has(id) && last_used_at === now).length,
      total_lessons: playbook.total_lessons,
    };
    ctx.body = { success: true, data, message: 'Thank you. Your coach has taken note.' };
  };
}

const dayOf = (plan: Plan, dayId: number): Day | undefined =>
  plan.weekly_schedules.flatMap(({ daily_trainings }) => daily_trainings).find(({ id }) => id === dayId);
