import Koa from 'koa';
import websockify from 'koa-websocket';

const app = websockify(new Koa());
app.use(async (ctx) => {
  ctx.body = { plans: [] };
});
const server = app.listen(3000); // <- finding
server.setTimeout(30_000);
