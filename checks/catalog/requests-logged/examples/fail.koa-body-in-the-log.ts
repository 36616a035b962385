import { randomUUID } from 'node:crypto';
import Koa from 'koa';
import bodyParser from 'koa-bodyparser';
import pino from 'pino';

const log = pino();
const app = new Koa();
app.use(bodyParser());
app.use(async (ctx, next) => {
  const started = Date.now();
  const requestId = randomUUID();
  await next();
  log.info({ requestId, method: ctx.method, path: ctx.path, status: ctx.status, duration: Date.now() - started, body: ctx.request.body }); // <- finding
});
app.listen(3000);
