import Router from '@koa/router';
import Koa from 'koa';
import ratelimit from 'koa-ratelimit';

const app = new Koa();
const router = new Router();
router.post('/plans', (ctx) => {
  ctx.body = {};
});
app.use(router.routes());
app.use(ratelimit({ driver: 'memory', db: new Map(), duration: 60_000, max: 100 })); // <- finding
app.listen(3000);
