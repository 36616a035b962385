// file: src/plans.ts
export function registerPlans({ app }) {
  app.post('/plans', async (c) => c.json(await c.req.json())); // <- finding
}
// file: src/index.ts
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { registerPlans } from './plans.ts';

const app = new Hono();
registerPlans({ app });
serve({ fetch: app.fetch, port: 3000 });
