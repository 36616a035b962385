import Koa from 'koa';
import { pino } from 'pino';

const logger = pino();
const app = new Koa();
app.use(async (ctx, next) => {
  const requestId = ctx.get('X-Request-Id').slice(0, 64);
  try {
    await next();
  } catch (error) {
    logger.error({ requestId, stack: error instanceof Error ? error.stack : undefined, url: ctx.url }, 'failed');
    ctx.status = 500;
    ctx.body = { detail: 'Something went wrong.' };
  }
});
app.use((ctx) => {
  ctx.body = { plans: [] };
});
app.listen(3000);
