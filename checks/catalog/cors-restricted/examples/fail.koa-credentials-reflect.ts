import cors from '@koa/cors';
import Koa from 'koa';

const app = new Koa();
app.use(cors({ credentials: true, allowMethods: 'GET,POST' })); // <- finding
app.use((ctx) => {
  ctx.body = { plans: [] };
});
app.listen(3000);
