import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const plans = new Hono();
plans.get('/plans', (c) => c.json([]));
const app = new Hono();
app.route('/v1', plans);
serve({ fetch: app.fetch, port: 3000 });
