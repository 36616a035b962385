import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { rateLimiter } from 'hono-rate-limiter';

const app = new Hono();
app.use('/api/*', rateLimiter({ windowMs: 60_000, limit: 100, keyGenerator: (c) => c.get('userId') }));
app.post('/api/generate', (c) => c.json({}));
serve({ fetch: app.fetch, port: 3000 });
