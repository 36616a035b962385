// file: main.ts
import fastify from 'fastify';
import { withRetry } from './with-retry.ts';

const app = fastify();
app.post('/ask', async (request) => {
  const answer = await withRetry(async () => {
    const response = await fetch('https://api.openai.com/v1/responses', {
      method: 'POST',
      headers: { authorization: `Bearer ${process.env.OPENAI_API_KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'gpt-4o-mini', input: request.body }),
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return response.json();
  });
  return answer;
});
await app.listen({ port: 3000 });
// file: with-retry.ts
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function withRetry<T>(action: () => Promise<T>, attempts = 4): Promise<T> {
  let last: unknown;
  for (let attempt = 0; attempt < attempts; attempt++) {
    try {
      return await action();
    } catch (error) {
      last = error;
      await sleep(Math.random() * Math.min(10_000, 300 * 2 ** attempt));
    }
  }
  throw last;
}
