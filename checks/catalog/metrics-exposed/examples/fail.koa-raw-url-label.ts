import Router from '@koa/router';
import Koa from 'koa';
import { Counter, register } from 'prom-client';

const requests = new Counter({ name: 'http_requests_total', help: 'Requests', labelNames: ['method', 'url'] });
const app = new Koa();
const router = new Router();
app.use(async (ctx, next) => {
  await next();
  requests.inc({ method: ctx.method, url: ctx.originalUrl }); // <- finding
});
router.get('/metrics', async (ctx) => {
  ctx.body = await register.metrics();
});
app.use(router.routes());
app.listen(3000);
