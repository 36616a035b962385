import Koa from 'koa';

const app = new Koa();
app.use(async (ctx, next) => {
  try {
    await next();
  } catch (err) {
    ctx.status = err.status || 500;
    ctx.body = err.message; // <- finding
  }
});
app.listen(3000);
