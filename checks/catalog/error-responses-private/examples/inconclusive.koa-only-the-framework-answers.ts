import Koa from 'koa';

const app = new Koa();
app.use((ctx) => {
  ctx.body = { plans: [] };
});
app.listen(3000);
