import Router from '@koa/router';
import Koa from 'koa';

const router = new Router({ prefix: '/api' });
router.get('/plans', (ctx) => { // <- finding
  ctx.body = [];
});
const app = new Koa();
app.use(router.routes());
app.listen(3000);
