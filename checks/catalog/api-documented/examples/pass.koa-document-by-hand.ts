import Router from '@koa/router';
import Koa from 'koa';

const document = {
  openapi: '3.1.0',
  info: { title: 'Plans', version: '1', description: 'Training plans.' },
  paths: { '/plans': { get: { summary: 'All plans', responses: { 200: { description: 'All.', content: { 'application/json': { example: [] } } } } } } },
};
const router = new Router();
router.get('/openapi.json', (ctx) => {
  ctx.body = document;
});
const app = new Koa();
app.use(router.routes());
app.listen(3000);
