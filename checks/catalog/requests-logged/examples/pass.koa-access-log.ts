import Koa from 'koa';
import { type Logger, pino } from 'pino';

function accessLog(log: Logger): Koa.Middleware {
  return async (ctx, next) => {
    const startedAt = performance.now();
    ctx.res.once('close', () => {
      const line = { requestId: ctx.state.requestId, method: ctx.method, route: ctx._matchedRoute, status: ctx.status, durationMs: performance.now() - startedAt };
      log.info(line, 'request');
    });
    await next();
  };
}
const app = new Koa();
app.use(accessLog(pino()));
app.listen(3000);
