import { Hono } from 'hono';
import { streamText } from 'ai';
import { openai } from '@ai-sdk/openai';
import { enforceQuota } from './quota.ts';

const settings = { maxOutputTokens: 500, temperature: 0.3 };
const app = new Hono();
app.post('/ask', async (c) => {
  await enforceQuota(c.get('user'));
  const { prompt } = await c.req.json();
  return streamText({ model: openai('gpt-4o-mini'), prompt, ...settings }).toTextStreamResponse();
});
export default app;
