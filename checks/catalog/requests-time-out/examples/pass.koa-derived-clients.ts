import { createServer } from 'node:http';
import { Redis } from 'ioredis';
import Koa from 'koa';
import OpenAI from 'openai';

class Cache extends Redis {
  constructor(url: string) {
    super(url, { commandTimeout: 1_000 });
  }
}
class Coach extends OpenAI {}

const cache = new Cache(process.env.REDIS_URL ?? '');
const coach = new Coach({ timeout: 20_000 });
const app = new Koa();
app.use(async (ctx) => {
  ctx.body = (await cache.get(ctx.path)) ?? (await coach.models.list());
});
createServer({ requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 }, app.callback()).listen(3000);
