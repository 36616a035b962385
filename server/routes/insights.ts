// Looks at what was trained and says what it shows.
import { insightsOf, metricsOf } from '../coach/insights.ts';
import { insightsRequest } from '../contract/requests.ts';
import type { Step } from '../middleware/state.ts';
import { bodyOf } from '../middleware/valid.ts';
import type { Services } from '../services.ts';
import { owned, ownProfile } from './owned.ts';

export function readInsights(services: Services): Step {
  return async (ctx) => {
    const { user_profile_id: profileId, training_plan: given } = bodyOf(ctx, insightsRequest);
    const profile = await ownProfile(ctx, services, profileId);
    const plan = given ?? (await services.store.plan(profile.id, owned(ctx)));
    const metrics = plan === undefined ? null : metricsOf(plan);
    ctx.body = { success: true, summary: metrics === null ? null : insightsOf(metrics), metrics, error: null };
  };
}
