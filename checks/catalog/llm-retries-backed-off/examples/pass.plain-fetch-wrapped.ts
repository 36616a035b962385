import { Hono } from 'hono';
import pRetry from 'p-retry';

const app = new Hono();
async function ask(messages) {
  const answer = await fetch('https://api.openai.com/v1/chat/completions', { method: 'POST', body: JSON.stringify({ messages }) });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return answer.json();
}
app.post('/ask', async (c) => {
  const messages = await c.req.json();
  return c.json(await pRetry(() => ask(messages), { retries: 3, randomize: true }));
});
export default app;
