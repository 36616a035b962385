import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import pino from 'pino';

const log = pino();
const app = new Hono();
app.use(requestId());
app.use(async (c, next) => {
  const started = performance.now();
  await next();
  log.info({ requestId: c.get('requestId'), method: c.req.method, path: c.req.path, status: c.res.status, duration: performance.now() - started });
});
app.get('/v1/plans', (c) => c.json([]));
export default app;
