import Router from '@koa/router';
import Koa from 'koa';
import { Histogram, Registry } from 'prom-client';

interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<'method' | 'route'>;
}
function makeMetrics(): Metrics {
  const registry = new Registry();
  return { registry, requests: new Histogram({ name: 'http_request_duration_seconds', help: 'Duration', labelNames: ['method', 'route'], registers: [registry] }) };
}
function measured({ requests }: Metrics): Koa.Middleware {
  return async (ctx, next) => {
    const startedAt = performance.now();
    await next();
    requests.observe({ method: ctx.method, route: ctx._matchedRoute }, performance.now() - startedAt);
  };
}
function routes({ registry }: Metrics): Router {
  const router = new Router();
  router.get('/metrics', async (ctx) => {
    ctx.body = await registry.metrics();
  });
  return router;
}
const metrics = makeMetrics();
const app = new Koa();
app.use(measured(metrics));
app.use(routes(metrics).routes());
app.listen(3000);
