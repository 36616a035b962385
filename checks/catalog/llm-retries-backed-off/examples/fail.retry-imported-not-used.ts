import { Hono } from 'hono';
import pRetry from 'p-retry';
import { load } from './store.ts';

const app = new Hono();
app.post('/ask', async (c) => {
  const history = await pRetry(() => load(), { retries: 3 });
  const answer = await fetch('https://api.anthropic.com/v1/messages', { method: 'POST', body: JSON.stringify(history) }); // <- finding
  return c.json(await answer.json());
});
export default app;
