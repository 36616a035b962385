import Koa from 'koa';
import bodyParser from 'koa-bodyparser';
import OpenAI from 'openai';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { redis } from './redis.ts';

const openai = new OpenAI();
const perUser = new RateLimiterRedis({ storeClient: redis, points: 20, duration: 3_600 });
const app = new Koa();
app.use(bodyParser());
app.use(async (ctx) => {
  await perUser.consume(ctx.state.user.id);
  ctx.body = await openai.chat.completions.create({ // <- finding
    model: 'gpt-4o-mini',
    messages: [
      { role: 'system', content: 'Answer in at most 200 words, max_tokens: 400.' },
      { role: 'user', content: ctx.request.body.text },
    ],
    // max_tokens: 400,
  });
});
app.listen(3000);
