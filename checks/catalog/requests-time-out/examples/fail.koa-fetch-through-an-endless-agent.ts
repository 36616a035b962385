import { createServer } from 'node:http';
import Koa from 'koa';
import { Agent, fetch as pooled } from 'undici';

const agent = new Agent({ connections: 10 });
const app = new Koa();
app.use(async (ctx) => {
  const answer = await pooled('http://127.0.0.1:4000/plans', { dispatcher: agent }); // <- finding
  ctx.body = await answer.json();
});
createServer({ requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 }, app.callback()).listen(3000);
