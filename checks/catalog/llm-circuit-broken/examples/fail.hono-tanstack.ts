import { serve } from '@hono/node-server';
import { chat } from '@tanstack/ai';
import { openaiText } from '@tanstack/ai-openai';
import { Hono } from 'hono';

const app = new Hono();
app.post('/ask', async (c) => {
  const { question } = await c.req.json();
  const answer = await chat({ adapter: openaiText('gpt-5-mini'), messages: [{ role: 'user', content: question }], stream: false }); // <- finding
  return c.json({ answer });
});
serve({ fetch: app.fetch, port: 3000 });
