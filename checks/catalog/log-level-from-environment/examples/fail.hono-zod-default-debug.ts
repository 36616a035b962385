import { Hono } from 'hono';
import { pino } from 'pino';
import { z } from 'zod';

const env = z.object({ LOG_LEVEL: z.string().default('debug') }).parse(process.env); // <- finding
const logger = pino({ level: env.LOG_LEVEL });
const app = new Hono();
app.get('/', (c) => {
  logger.info('asked');
  return c.text('');
});
export default app;
