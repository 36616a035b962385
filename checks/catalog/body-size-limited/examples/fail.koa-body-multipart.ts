import Koa from 'koa';
import { koaBody } from 'koa-body';

const app = new Koa();
app.use(koaBody({ multipart: true, jsonLimit: '1mb' })); // <- finding
app.use((ctx) => {
  ctx.body = {};
});
app.listen(3000);
