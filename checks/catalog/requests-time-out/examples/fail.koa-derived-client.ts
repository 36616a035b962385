import { createServer } from 'node:http';
import { Redis } from 'ioredis';
import Koa from 'koa';

class Store extends Redis {}
class Cache extends Store {}

const cache = new Cache(process.env.REDIS_URL ?? ''); // <- finding
const app = new Koa();
app.use(async (ctx) => {
  ctx.body = await cache.get(ctx.path);
});
createServer({ requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 }, app.callback()).listen(3000);
