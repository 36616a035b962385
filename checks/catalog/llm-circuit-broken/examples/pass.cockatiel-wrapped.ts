import Koa from 'koa';
import OpenAI from 'openai';
import { ConsecutiveBreaker, circuitBreaker, ExponentialBackoff, handleAll, retry, wrap } from 'cockatiel';

const openai = new OpenAI({ maxRetries: 0 });
function guard() {
  const again = retry(handleAll, { maxAttempts: 2, backoff: new ExponentialBackoff() });
  const breaker = circuitBreaker(handleAll, { halfOpenAfter: 30_000, breaker: new ConsecutiveBreaker(5) });
  const both = wrap(again, breaker);
  return { execute: (call) => both.execute(call) };
}
const guarded = guard();
const ask = (input) => openai.responses.create({ model: 'gpt-4o-mini', input });
const app = new Koa();
app.use(async (ctx) => {
  ctx.body = await guarded.execute(() => ask(ctx.request.body.text));
});
app.listen(3000);
