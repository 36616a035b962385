import Router from '@koa/router';
import Koa from 'koa';
import { prefix } from 'company-settings';

const router = new Router({ prefix: `/api/${prefix}` });
router.get('/plans', (ctx) => {
  ctx.body = [];
});
const app = new Koa();
app.use(router.routes());
app.listen(3000);
