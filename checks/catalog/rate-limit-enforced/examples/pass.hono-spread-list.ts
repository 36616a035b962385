import { serve } from '@hono/node-server';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { rateLimiter } from 'hono-rate-limiter';

const rated = rateLimiter({ windowMs: 60_000, limit: 100, keyGenerator: (c) => c.get('userId') });
const everyone = [rated];
const all = [...everyone];

const app = new OpenAPIHono();
app.use(...all);
app.openapi(createRoute({ method: 'post', path: '/api/generate', responses: {} }), (c) => c.json({}));
app.post('/api/again', (c) => c.json({}));
serve({ fetch: app.fetch, port: 3000 });
