import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.get('/api/plans', (c) => c.json({ plans: [] }));
app.onError((error, c) => c.json({ detail: 'Something went wrong.', stack: error.stack }, 500)); // <- finding
serve({ fetch: app.fetch, port: 3000 });
