import { createServer } from 'node:http';
import Koa from 'koa';
import { createClient } from 'redis';

const cache = createClient({ url: process.env.REDIS_URL, socket: { connectTimeout: 2_000, socketTimeout: 3_000 } });
await cache.connect();
const app = new Koa();
app.use(async (ctx) => { ctx.body = await cache.get(ctx.path); });
createServer({ requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 }, app.callback()).listen(3000);
