// Requests by route, status and duration.
import type Koa from 'koa';
import { collectDefaultMetrics, Histogram, register } from 'prom-client';

collectDefaultMetrics();
const requests = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time to answer a request.',
  labelNames: ['method', 'route', 'status'],
});

export async function measured(ctx: Koa.Context, next: Koa.Next): Promise<void> {
  const end = requests.startTimer();
  await next();
  end({ method: ctx.method, route: String(ctx._matchedRoute ?? 'none'), status: String(ctx.status) });
}

export async function showMetrics(ctx: Koa.Context): Promise<void> {
  ctx.type = register.contentType;
  ctx.body = await register.metrics();
}
