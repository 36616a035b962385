import { randomUUID } from 'node:crypto';
import Koa from 'koa';
import { pino } from 'pino';

const log = pino();
const app = new Koa();
function requestId(): Koa.Middleware {
  return async (ctx, next) => {
    const given = ctx.get('X-Request-Id');
    ctx.state.requestId = /^[\w.-]{1,128}$/.test(given) ? given : randomUUID();
    ctx.set('X-Request-Id', ctx.state.requestId);
    await next();
  };
}
app.use(requestId());
app.use(async (ctx, next) => {
  await next();
  const line = { requestId: ctx.state.requestId, status: ctx.status };
  log.info(line, 'answered');
});
app.listen(3000);
