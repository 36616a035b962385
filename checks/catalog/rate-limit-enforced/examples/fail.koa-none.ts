import Router from '@koa/router';
import Koa from 'koa';

const router = new Router({ prefix: '/v1' });
router.post('/plans', (ctx) => {
  ctx.body = { ok: true };
});

const app = new Koa(); // <- finding
app.use(router.routes());
app.listen(3000);
