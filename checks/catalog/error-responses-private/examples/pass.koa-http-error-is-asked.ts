// isHttpError only looks at an error; nothing of it is sent.
import createError, { isHttpError } from 'http-errors';
import Koa from 'koa';
import pino from 'pino';

const logger = pino();
const app = new Koa();

const isFinal = (error: unknown): boolean => isHttpError(error) && error.status < 500;

app.use(async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    logger.error({ error, final: isFinal(error) }, 'failed');
    ctx.status = 500;
    ctx.body = { title: 'Something broke' };
  }
});
app.use(() => {
  throw createError(404, 'No such plan');
});
app.listen(3000);
