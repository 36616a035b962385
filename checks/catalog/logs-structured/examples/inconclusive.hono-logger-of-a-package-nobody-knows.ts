import { serve } from '@hono/node-server';
import { createLogger } from '@plans-tools/logger';
import { Hono } from 'hono';

const logger = createLogger({ namespace: 'plans' });
const app = new Hono();
app.get('/plans', (c) => {
  logger.info({ path: c.req.path }, 'listed');
  return c.json([]);
});
serve({ fetch: app.fetch, port: 3000 });
