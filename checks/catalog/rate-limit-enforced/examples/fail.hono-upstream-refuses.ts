import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono(); // <- finding
// 429 is handed on from the model, nobody here counts.
app.post('/api/generate', async (c) => {
  const answer = await fetch('https://models.example/generate');
  try {
    return c.json(await answer.json());
  } catch {
    return c.json({ error: 'busy' }, 429);
  }
});
serve({ fetch: app.fetch, port: 3000 });
