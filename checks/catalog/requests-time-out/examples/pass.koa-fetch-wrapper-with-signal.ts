import { createServer } from 'node:http';
import Koa from 'koa';

async function ask(path: string, init: RequestInit): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:4000${path}`, { ...init, redirect: 'error' });
  return answer.json();
}

// Nothing calls it any more.
async function oldAsk(): Promise<Response> {
  return fetch('http://127.0.0.1:4000/old');
}

const app = new Koa();
app.use(async (ctx) => {
  ctx.body = await ask('/plans', { method: 'POST', signal: AbortSignal.timeout(5_000) });
});
createServer({ requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 }, app.callback()).listen(3000);
