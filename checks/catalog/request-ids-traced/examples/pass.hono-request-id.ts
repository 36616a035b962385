import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import { pino } from 'pino';

const log = pino();
const app = new Hono();
app.use(requestId());
app.use(async (c, next) => {
  await next();
  log.info({ requestId: c.get('requestId'), status: c.res.status }, 'answered');
});
export default app;
