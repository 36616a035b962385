import Koa from 'koa';
import { pino } from 'pino';

const log = pino();
const app = new Koa();
app.use(async (ctx, next) => {
  await next();
  log.info({ requestId: ctx.state.requestId, method: ctx.method, path: ctx.path, status: ctx.status }, 'answered'); // <- finding
});
app.listen(3000);
