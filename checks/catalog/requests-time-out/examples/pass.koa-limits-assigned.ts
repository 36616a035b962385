import { createServer } from 'node:http';
import Koa from 'koa';

const app = new Koa();
app.use((ctx) => {
  ctx.body = { plans: [] };
});
const server = createServer({ connectionsCheckingInterval: 1_000 }, app.callback());
server.requestTimeout = 20_000;
server.headersTimeout = 10_000;
server.listen(3000);
