import Router from '@koa/router';
import Koa from 'koa';

const router = new Router();
router.prefix('/api/v1');
router.get('/plans', (ctx) => {
  ctx.body = [];
});
const app = new Koa();
app.use(router.routes());
app.listen(3000);
