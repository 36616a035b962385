import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

const app = new Hono();
app.post('/api/plans', async (c) => { // <- finding
  const plan = await c.req.json();
  return c.json(plan);
});
// Too late for the route above.
app.use(bodyLimit({ maxSize: 100 * 1024 }));
serve({ fetch: app.fetch, port: 3000 });
