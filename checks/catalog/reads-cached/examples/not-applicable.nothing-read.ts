import Koa from 'koa';
import Router from '@koa/router';

const router = new Router();
router.get('/healthz', (ctx) => {
  ctx.body = { status: 'pass' };
});
const app = new Koa();
app.use(router.routes());
app.listen(3000);
