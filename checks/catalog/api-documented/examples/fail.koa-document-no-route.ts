import Router from '@koa/router';
import Koa from 'koa';

export const document = {
  openapi: '3.1.0', // <- finding
  info: { title: 'Plans', version: '1' },
  paths: {},
};
const router = new Router();
router.get('/plans', (ctx) => {
  ctx.body = [];
});
const app = new Koa();
app.use(router.routes());
app.listen(3000);
