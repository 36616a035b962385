import { createServer } from 'node:http';
import Koa from 'koa';

const app = new Koa();
app.use(async (ctx) => {
  const signal = AbortSignal.timeout(5_000);
  const answer = await fetch('http://127.0.0.1:4000/plans', { headers: { accept: 'application/json' } }); // <- finding
  ctx.body = signal.aborted ? [] : await answer.json();
});
createServer({ requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 }, app.callback()).listen(3000);
