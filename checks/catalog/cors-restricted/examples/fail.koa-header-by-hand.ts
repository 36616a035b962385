import Koa from 'koa';

const app = new Koa();
app.use(async (ctx, next) => {
  ctx.set('Access-Control-Allow-Origin', ctx.headers.origin ?? '*'); // <- finding
  ctx.set('Access-Control-Allow-Headers', '*');
  await next();
});
app.use((ctx) => {
  ctx.body = { plans: [] };
});
app.listen(3000);
