import { Hono } from 'hono';
import OpenAI from 'openai';
import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL ?? '');
const model = new OpenAI({ apiKey: process.env.OPENAI_API_KEY ?? '' });
const app = new Hono();
app.get('/readyz', async (c) => { // <- finding
  await sql`SELECT 1`;
  return c.json({ status: 'pass' });
});
app.post('/ask', async (c) => c.json(await model.models.list()));
export default app;
