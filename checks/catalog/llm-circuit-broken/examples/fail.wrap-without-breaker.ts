import Koa from 'koa';
import OpenAI from 'openai';
import { bulkhead, ExponentialBackoff, handleAll, retry, wrap } from 'cockatiel';

const openai = new OpenAI({ maxRetries: 0 });
const both = wrap(bulkhead(8), retry(handleAll, { maxAttempts: 2, backoff: new ExponentialBackoff() }));
const app = new Koa();
app.use(async (ctx) => {
  ctx.body = await both.execute(() => openai.responses.create({ model: 'gpt-4o-mini', input: 'hi' })); // <- finding
});
app.listen(3000);
