// The endpoints.
import Router from '@koa/router';
import { lifecycle } from './lifecycle.ts';
import { showMetrics } from './metrics.ts';
import { signedIn } from './signed-in.ts';
import { addPlan, isUp, plansOf } from './store.ts';

export const router = new Router();

router.get('/healthz', (ctx) => {
  const well = isUp() && !lifecycle.draining;
  ctx.status = well ? 200 : 503;
  ctx.body = { status: well ? 'pass' : 'fail', checks: { 'storage:plans': [{ status: isUp() ? 'pass' : 'fail' }] } };
});

router.get('/metrics', showMetrics);

router.post('/api/plans', signedIn, (ctx) => {
  const { title } = Object(ctx.request.body);
  if (typeof title !== 'string') throw new TypeError(`title: expected a string, received ${typeof title}`);
  console.log('new plan'); // <- finding logs-through-logger
  ctx.status = 201;
  ctx.body = addPlan(ctx.state.user, title);
});

router.get('/api/users/:user_id/plans', signedIn, (ctx) => { // <- finding objects-owned
  const owner = ctx.params.user_id ?? '';
  ctx.body = { user_id: owner, plans: plansOf(owner) };
});
