import { createServer } from 'node:http';
import Koa from 'koa';

const app = new Koa();
app.use(async (ctx) => {
  const answer = await fetch('http://127.0.0.1:4000/plans'); // <- finding
  ctx.body = await answer.json();
});
const limits = { requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 };
createServer(limits, app.callback()).listen(3000);
