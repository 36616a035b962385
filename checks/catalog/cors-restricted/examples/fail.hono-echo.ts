import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { cors } from 'hono/cors';

const app = new Hono();
app.use('*', cors({ origin: (origin) => origin, credentials: true })); // <- finding
app.get('/api/plans', (c) => c.json({ plans: [] }));
serve({ fetch: app.fetch, port: 3000 });
