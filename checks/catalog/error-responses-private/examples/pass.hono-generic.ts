import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.get('/api/plans', (c) => c.json({ plans: [] }));
app.onError((_error, c) => c.json({ detail: 'Something went wrong.' }, 500));
serve({ fetch: app.fetch, port: 3000 });
