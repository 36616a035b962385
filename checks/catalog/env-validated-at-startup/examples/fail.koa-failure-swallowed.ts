import Koa from 'koa';
import { pino } from 'pino';
import { z } from 'zod';

const logger = pino();
const schema = z.object({ DATABASE_URL: z.url() });

try {
  schema.parse(process.env); // <- finding
} catch {
  logger.warn('the settings look odd, starting anyway');
}

const app = new Koa();
app.use((ctx) => {
  ctx.body = { database: process.env.DATABASE_URL !== undefined };
});
app.listen(3000);
