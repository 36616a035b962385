import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { pino } from 'pino';

const logger = pino();
const app = new Hono();
app.get('/api/plans', (c) => {
  logger.info('plans');
  return c.json({ plans: [], note: 'console.log("x") is only a text' });
});
serve({ fetch: app.fetch, port: 3000 });
