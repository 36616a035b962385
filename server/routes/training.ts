// The routes of the training plan. A line reads as its policy: who may call, how often, whose data, what happens.
import Router from '@koa/router';
import { cached } from '../middleware/cached.ts';
import { idempotent } from '../middleware/idempotent.ts';
import { ownUser } from '../middleware/own-user.ts';
import { rateLimit } from '../middleware/rate-limit.ts';
import { signedIn } from '../middleware/signed-in.ts';
import { type State, userOf } from '../middleware/state.ts';
import type { Services } from '../services.ts';
import { playbookKey, playbookStatsKey } from '../shared/read-cache.ts';
import { learnFromDay } from './daily-feedback.ts';
import { giveFeedback } from './feedback.ts';
import { generatePlan } from './generate.ts';
import { askQuestions } from './initial-questions.ts';
import { readInsights } from './insights.ts';
import { readPlaybook, readPlaybookStats } from './playbook.ts';
import { addWeek } from './weeks.ts';

export function trainingRoutes(services: Services): Router<State> {
  const { config, verify, shared, cache, idempotencyKeys, log } = services;
  const user = signedIn(verify);
  const costly = rateLimit({ name: 'costly', perMinute: config.COSTLY_RATE_LIMIT_PER_MINUTE, client: (ctx) => userOf(ctx).id }, shared);
  const playbook = cached(cache, (ctx) => playbookKey(userOf(ctx).id));
  const playbookStats = cached(cache, (ctx) => playbookStatsKey(userOf(ctx).id));
  const once = idempotent(idempotencyKeys, log);

  const router = new Router<State>({ prefix: '/api/v1/trainingplan' });
  router.post('/initial-questions', user, costly, once, askQuestions(services));
  router.post('/generate', user, costly, once, generatePlan(services));
  router.post('/feedback', user, costly, once, giveFeedback(services));
  router.post('/weeks', user, costly, once, addWeek(services));
  router.post('/insights', user, costly, once, readInsights(services));
  router.post('/daily-feedback', user, costly, once, learnFromDay(services));
  router.get('/playbook/:user_id', user, ownUser, playbook, readPlaybook(services));
  router.get('/playbook/:user_id/stats', user, ownUser, playbookStats, readPlaybookStats(services));
  return router;
}
