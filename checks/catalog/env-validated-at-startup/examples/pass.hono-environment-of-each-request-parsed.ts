// Workers hand the variables over with each request: a schema that each one's are parsed by lets none be answered without them.
import { Hono } from 'hono';
import { z } from 'zod';

const schema = z.object({ DATABASE_URL: z.url(), JWT_SECRET: z.string().min(32) });
const settingsOf = (env: unknown) => schema.parse(env);

const app = new Hono<{ Bindings: { DATABASE_URL: string; JWT_SECRET: string } }>();
app.get('/plans', async (c) => {
  const { DATABASE_URL } = settingsOf(c.env);
  return c.json([new URL(DATABASE_URL).pathname]);
});
export default app;
