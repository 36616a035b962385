import { createServer } from 'node:http';
import Koa from 'koa';

const app = new Koa();
app.use((ctx) => {
  ctx.body = { plans: [] };
});
createServer({ requestTimeout: 20_000, headersTimeout: 10_000 }, app.callback()).listen(3000); // <- finding
