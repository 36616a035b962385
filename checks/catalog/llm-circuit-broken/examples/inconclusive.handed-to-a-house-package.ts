import { guarded } from '@acme/resilience';
import { Hono } from 'hono';
import OpenAI from 'openai';

const openai = new OpenAI();
const app = new Hono();
app.post('/ask', async (c) => {
  const { text } = await c.req.json();
  const answer = await guarded('openai', () => openai.responses.create({ model: 'gpt-4o-mini', input: text }));
  return c.json({ answer: answer.output_text });
});
export default app;
