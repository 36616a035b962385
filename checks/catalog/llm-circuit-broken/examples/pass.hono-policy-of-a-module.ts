// file: main.ts
import { openai } from '@ai-sdk/openai';
import { generateText } from 'ai';
import { BrokenCircuitError } from 'cockatiel';
import { Hono } from 'hono';
import { llmPolicy } from './resilience.ts';

const app = new Hono();
app.post('/ask', async (c) => {
  const { prompt } = await c.req.json();
  try {
    const { text } = await llmPolicy.execute(({ signal }) => generateText({ model: openai('gpt-4o-mini'), prompt, abortSignal: signal }));
    return c.json({ text });
  } catch (error) {
    if (error instanceof BrokenCircuitError) return c.json({ error: 'busy' }, 503);
    throw error;
  }
});
export default app;
// file: resilience.ts
import { circuitBreaker, handleAll, SamplingBreaker, TimeoutStrategy, timeout, wrap } from 'cockatiel';

const breaker = circuitBreaker(handleAll, {
  halfOpenAfter: 20_000,
  breaker: new SamplingBreaker({ threshold: 0.5, duration: 30_000 }),
});
export const llmPolicy = wrap(breaker, timeout(15_000, TimeoutStrategy.Aggressive));
