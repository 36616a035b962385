import { Hono } from 'hono';

const app = new Hono<{ Bindings: { AI: { run: (model: string, input: unknown) => Promise<{ response: string }> } } }>();
app.post('/plans', async (c) => {
  const { goal } = await c.req.json();
  const answer = await c.env.AI.run('@cf/meta/llama-3.1-8b-instruct-fast', { // <- finding
    max_tokens: 800,
    messages: [
      { role: 'system', content: 'You write training plans.' },
      { role: 'user', content: goal },
    ],
  });
  return c.json({ plan: answer.response });
});
export default app;
