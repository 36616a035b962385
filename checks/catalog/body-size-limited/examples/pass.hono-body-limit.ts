import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

const app = new Hono();
app.use('/api/*', bodyLimit({ maxSize: 100 * 1024 }));
app.post('/api/plans', async (c) => {
  const plan = await c.req.json();
  return c.json(plan);
});
serve({ fetch: app.fetch, port: 3000 });
