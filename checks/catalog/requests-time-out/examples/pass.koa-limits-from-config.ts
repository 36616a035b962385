// file: src/config.ts
export const limits = {
  requestTimeout: Number(process.env.REQUEST_TIMEOUT_MS ?? 20_000),
  headersTimeout: 10_000,
  connectionsCheckingInterval: 500,
};
// file: src/main.ts
import { createServer } from 'node:http';
import Koa from 'koa';
import { limits } from './config.ts';

const app = new Koa();
app.use(async (ctx) => {
  const answer = await fetch('http://127.0.0.1:4000/plans', { signal: AbortSignal.timeout(5_000) });
  ctx.body = await answer.json();
});
createServer({ ...limits, keepAliveTimeout: 65_000 }, app.callback()).listen(3000);
