import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { decode } from 'hono/jwt';

const app = new Hono();
app.get('/api/plans', (c) => {
  const { payload } = decode(c.req.header('Authorization')?.slice(7) ?? ''); // <- finding
  return c.json({ owner: payload.sub });
});
serve({ fetch: app.fetch, port: 3000 });
