// file: main.ts
import fastify from 'fastify';
import OpenAI from 'openai';
import { CircuitBreaker } from './circuit-breaker.ts';

const openai = new OpenAI({ timeout: 20_000 });
const breaker = new CircuitBreaker(5, 30_000);
const app = fastify();
app.post('/ask', async (request) => {
  const { text } = request.body as { text: string };
  return breaker.execute(() => openai.responses.create({ model: 'gpt-4o-mini', input: text }));
});
await app.listen({ port: 3000 });
// file: circuit-breaker.ts
type State = 'CLOSED' | 'OPEN' | 'HALF_OPEN';

export class CircuitBreaker {
  private state: State = 'CLOSED';
  private count = 0;
  private nextAttempt = 0;

  constructor(
    private readonly threshold: number,
    private readonly rest: number,
  ) {}

  async execute<T>(action: () => Promise<T>): Promise<T> {
    if (this.state === 'OPEN') {
      if (Date.now() < this.nextAttempt) throw new Error('the circuit is open');
      this.state = 'HALF_OPEN';
    }
    try {
      const result = await action();
      this.onSuccess();
      return result;
    } catch (error) {
      this.onFailure();
      throw error;
    }
  }
  private onSuccess(): void {
    this.count = 0;
    this.state = 'CLOSED';
  }
  private onFailure(): void {
    this.count += 1;
    if (this.count < this.threshold) return;
    this.state = 'OPEN';
    this.nextAttempt = Date.now() + this.rest;
  }
}
