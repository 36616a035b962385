import { Hono } from 'hono';
import { requestId } from 'hono/request-id';

const log = (record: Record<string, unknown>) => {
  console.log(JSON.stringify({ at: new Date().toISOString(), ...record }));
};

const app = new Hono<{ Variables: { requestId: string } }>();
app.use('*', requestId());
app.use('*', async (c, next) => {
  await next();
  log({ requestId: c.get('requestId'), message: 'answered', status: c.res.status });
});
app.get('/plans', (c) => c.json({ plans: [] }));
app.onError((error, c) => {
  log({ requestId: c.get('requestId'), message: error.message });
  return c.json({ error: 'That did not work.' }, 500);
});
export default app;
