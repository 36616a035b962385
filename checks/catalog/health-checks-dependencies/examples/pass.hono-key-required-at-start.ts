import { Hono } from 'hono';
import OpenAI from 'openai';
import postgres from 'postgres';
import { z } from 'zod';

const env = z.object({ OPENAI_API_KEY: z.string().min(1), DATABASE_URL: z.url() }).parse(process.env);
const sql = postgres(env.DATABASE_URL);
const model = new OpenAI({ apiKey: env.OPENAI_API_KEY });
const app = new Hono();
app.get('/readyz', async (c) => {
  await sql.unsafe('SELECT 1');
  return c.json({ status: 'pass' });
});
app.post('/ask', async (c) => c.json(await model.models.list()));
export default app;
