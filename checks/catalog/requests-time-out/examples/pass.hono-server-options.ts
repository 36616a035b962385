import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.get('/api/plans', (c) => c.json({ plans: [] }));
serve({
  fetch: app.fetch,
  port: 3000,
  serverOptions: { requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 },
});
