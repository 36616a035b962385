import Router from '@koa/router';
import Koa from 'koa';
import helmet from 'koa-helmet';

const app = new Koa();
app.use(helmet({ hsts: { maxAge: 3600 } })); // <- finding
const router = new Router();
router.get('/plans', (ctx) => {
  ctx.body = [];
});
app.use(router.routes());
app.listen(3000);
