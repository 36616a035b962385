// What the user says to the plan: answered, turned into a new week, or taken as consent.
import { reply, understand, type Wish } from '../coach/conversation.ts';
import { learn } from '../coach/lessons.ts';
import { fullWeek } from '../coach/week.ts';
import type { Plan } from '../contract/plan.ts';
import type { Playbook } from '../contract/playbook.ts';
import type { Answers } from '../contract/question.ts';
import { feedbackRequest } from '../contract/requests.ts';
import { matchContext } from '../knowledge/context.ts';
import { type RequestContext, type Step, userOf } from '../middleware/state.ts';
import { bodyOf } from '../middleware/valid.ts';
import { notFound } from '../problem.ts';
import type { Services } from '../services.ts';
import { athleteOf, owned, ownProfile } from './owned.ts';
import { mondayOf, nextWeekNumber } from './weeks.ts';

export function giveFeedback(services: Services): Step {
  return async (ctx) => {
    const said = bodyOf(ctx, feedbackRequest);
    const profile = await ownProfile(ctx, services, said.user_profile_id);
    const plan = await services.store.plan(profile.id, owned(ctx));
    // The plan the app posts along is the app's copy; ours is the one that counts.
    if (plan === undefined || plan.id !== said.plan_id) throw notFound();

    const wish = understand(said.feedback_message, await athleteOf(ctx, services, profile));
    const updatedPlan = wish.intent === 'update_request' ? await rewriteWeek(ctx, services, plan, said.week_number, wish) : null;
    if (wish.intent === 'update_request')
      await services.store.saveAnswers(profile.id, { ...profile.answers, ...timesOf(wish) }, owned(ctx));
    if (wish.intent === 'satisfied') await services.store.acceptPlan(profile.id, owned(ctx));
    ctx.body = {
      success: true,
      ai_response: wish.intent === 'update_request' && updatedPlan === null ? notYet(said.week_number) : reply(wish, said.week_number),
      plan_updated: updatedPlan !== null,
      updated_plan: updatedPlan,
      updated_playbook: await learnFrom(ctx, services, plan, wish),
      navigate_to_main_app: wish.intent === 'satisfied',
      error: null,
    };
  };
}

/** Days and minutes hold for the weeks to come as well. */
const timesOf = ({ athlete }: Wish): Answers => ({ training_days: athlete.daysPerWeek, session_minutes: athlete.minutes });

const notYet = (weekNumber: number): string =>
  `The days of week ${weekNumber} are not written yet. What hurts, and how often and how long you train, I will heed when they are.`;

/** Null where it is too early for that week. */
async function rewriteWeek(
  ctx: RequestContext,
  services: Services,
  plan: Plan,
  weekNumber: number,
  wish: Wish,
): Promise<Pick<Plan, 'id' | 'ai_message' | 'weekly_schedules'> | null> {
  if (!plan.weekly_schedules.some((week) => week.week_number === weekNumber)) throw notFound();
  // The days of a later week would make it the last full one, and those in between would stay outlines for ever.
  if (weekNumber > nextWeekNumber(plan)) return null;
  const draft = fullWeek(wish.athlete, weekNumber, mondayOf(plan, weekNumber), wish.ease);
  const week = await services.store.saveWeek(plan.id, draft, owned(ctx));
  return { id: plan.id, ai_message: reply(wish, weekNumber), weekly_schedules: [week] };
}

async function learnFrom(ctx: RequestContext, services: Services, plan: Plan, { learned, intent }: Wish): Promise<Playbook | null> {
  const consent =
    intent === 'satisfied'
      ? [{ text: 'The user is content with the plan as it stands.', tags: ['preference'], positive: true, confidence: 0.6 }]
      : [];
  const lessons = [...learned, ...consent];
  if (lessons.length === 0) return null;
  const now = new Date().toISOString();
  const playbook = await services.store.updatePlaybook((known) => learn(userOf(ctx).id, known, lessons, String(plan.id), now), owned(ctx));
  return matchContext(playbook, services, owned(ctx));
}
