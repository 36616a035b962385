import { serve } from '@hono/node-server';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { cors } from 'hono/cors';

const everyone = [cors({ origin: 'https://app.example.com' })];

const app = new OpenAPIHono(); // <- finding
app.use(...everyone);
app.openapi(createRoute({ method: 'post', path: '/api/generate', responses: {} }), (c) => c.json({}));
serve({ fetch: app.fetch, port: 3000 });
