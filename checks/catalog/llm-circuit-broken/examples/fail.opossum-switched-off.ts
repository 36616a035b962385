import Koa from 'koa';
import bodyParser from 'koa-bodyparser';
import OpenAI from 'openai';
import CircuitBreaker from 'opossum';

const openai = new OpenAI({ timeout: 20_000 });
const complete = async (input: string) => openai.responses.create({ model: 'gpt-4o-mini', input }); // <- finding
// TODO turn on again once the thresholds are agreed
const breaker = new CircuitBreaker(complete, { enabled: false, errorThresholdPercentage: 50, resetTimeout: 30_000 });
const app = new Koa();
app.use(bodyParser());
app.use(async (ctx) => {
  ctx.body = await breaker.fire(ctx.request.body.text);
});
app.listen(3000);
