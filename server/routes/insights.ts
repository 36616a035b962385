// Looks at what was trained and says what it shows: once a day for the same numbers.
import { type Insights, insightsOf, type Metrics, metricsOf } from '../coach/insights.ts';
import { insightsRequest } from '../contract/requests.ts';
import { hashOfMetrics, wordInsights } from '../llm/insights-writer.ts';
import { type RequestContext, type Step, userOf } from '../middleware/state.ts';
import { bodyOf } from '../middleware/valid.ts';
import type { Services } from '../services.ts';
import { owned, ownProfile } from './owned.ts';

export function readInsights(services: Services): Step {
  return async (ctx) => {
    const { user_profile_id: profileId, training_plan: given } = bodyOf(ctx, insightsRequest);
    const profile = await ownProfile(ctx, services, profileId);
    const plan = given ?? (await services.store.plan(profile.id, owned(ctx)));
    const metrics = plan === undefined ? null : metricsOf(plan);
    const summary = metrics === null ? null : await summaryOf(ctx, services, profile.id, metrics);
    ctx.body = { success: true, summary, metrics, error: null };
  };
}

async function summaryOf(ctx: RequestContext, services: Services, profileId: number, metrics: Metrics): Promise<Insights> {
  const { store } = services;
  const hash = hashOfMetrics(metrics);
  const known = await store.insights(profileId, hash, owned(ctx));
  if (known !== undefined) return known;
  const written = await wordInsights(insightsOf(metrics), metrics, userOf(ctx), services, ctx.state.patience.signal);
  // By rule they cost nothing, and the model may be back in a moment.
  if (written.method === 'model') await store.saveInsights(profileId, hash, written.insights, owned(ctx));
  return written.insights;
}
