// Writes the user's plan, once: who asks again, or at the same moment, gets the plan that is there.
import { readAthlete } from '../coach/athlete.ts';
import { firstMonday, ruleBasedPlan } from '../coach/plan.ts';
import type { Plan } from '../contract/plan.ts';
import { generateRequest } from '../contract/requests.ts';
import { personalise } from '../llm/plan-writer.ts';
import { type RequestContext, type Step, userOf } from '../middleware/state.ts';
import { bodyOf } from '../middleware/valid.ts';
import type { Services } from '../services.ts';
import { owned, ownProfile } from './owned.ts';

interface Written {
  readonly plan: Plan;
  readonly method: 'rules' | 'model' | 'stored';
}

export function generatePlan(services: Services): Step {
  const underWay = new Map<number, Promise<Written>>();
  return async (ctx) => {
    const { user_profile_id: profileId } = bodyOf(ctx, generateRequest);
    await ownProfile(ctx, services, profileId);
    const known = await services.store.plan(profileId, owned(ctx));
    if (known !== undefined) return answer(ctx, { plan: known, method: 'stored' });

    const other = underWay.get(profileId);
    if (other !== undefined) return answer(ctx, { plan: (await other).plan, method: 'stored' });
    const mine = writePlan(ctx, services, profileId).finally(() => underWay.delete(profileId));
    underWay.set(profileId, mine);
    answer(ctx, await mine);
  };
}

async function writePlan(ctx: RequestContext, services: Services, profileId: number): Promise<Written> {
  const { personal_info: info, initial_responses: answers } = bodyOf(ctx, generateRequest);
  const { store, config } = services;
  // Not bound to this request: whoever else waits for the plan, or comes back for it, gets it although the first one left.
  const signal = AbortSignal.timeout(config.PLAN_DEADLINE_MS);
  const mine = () => owned(ctx, signal);
  const now = new Date();
  const athlete = readAthlete(info, answers);
  const byRule = ruleBasedPlan(athlete, info, firstMonday(now));
  const { draft, method } = await personalise(byRule, athlete, info, userOf(ctx), services, signal);
  await store.saveAnswers(profileId, answers, mine());
  // The other weeks and the first lessons are owed from here on: the database keeps the job with the plan.
  const firstWeek = { ...draft, weekly_schedules: draft.weekly_schedules.slice(0, 1) };
  const { plan, inserted } = await store.insertPlan(profileId, firstWeek, mine());
  if (!inserted) return { plan, method: 'stored' };
  services.jobs.hurry();
  return { plan, method };
}

/** The first answer carries week 1 alone; the app asks the database for the others. */
function answer(ctx: RequestContext, { plan, method }: Written): void {
  const first = { ...plan, weekly_schedules: plan.weekly_schedules.filter(({ week_number }) => week_number === 1) };
  const repeated = { idempotency: true, plan_id: plan.id, reason: 'This profile has its plan already.' };
  ctx.body = {
    success: true,
    data: method === 'stored' ? plan : first,
    message: 'Your training plan is ready.',
    completion_message: 'Have a look at your first week.',
    metadata: { validation_messages: [], generation_method: method, ...(method === 'stored' ? repeated : {}) },
  };
}
