import { Hono } from 'hono';

const app = new Hono();
app.post('/ask', async (c) => {
  const answer = await fetch('https://api.openai.com/v1/chat/completions', { // <- finding
    method: 'POST',
    headers: { authorization: `Bearer ${process.env.OPENAI_API_KEY}` },
    body: JSON.stringify({ model: 'gpt-4o-mini', messages: await c.req.json() }),
  });
  return c.json(await answer.json());
});
export default app;
