import { createServer } from 'node:http';
import Koa from 'koa';
import { Agent, fetch as bounded } from 'undici';

const agent = new Agent({ headersTimeout: 3_000, bodyTimeout: 3_000 });
const ask = (path: string, init?: Record<string, string>) => bounded(`http://127.0.0.1:4000${path}`, { ...init, dispatcher: agent });

const app = new Koa();
app.use(async (ctx) => {
  ctx.body = await (await ask('/plans')).json();
});
createServer({ requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 }, app.callback()).listen(3000);
