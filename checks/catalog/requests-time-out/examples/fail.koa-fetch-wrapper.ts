import { createServer } from 'node:http';
import Koa from 'koa';

async function ask(path: string, init: RequestInit): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:4000${path}`, { ...init, redirect: 'error' }); // <- finding
  return answer.json();
}

const app = new Koa();
app.use(async (ctx) => {
  ctx.body = await ask('/plans', { method: 'POST' });
});
createServer({ requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 }, app.callback()).listen(3000);
