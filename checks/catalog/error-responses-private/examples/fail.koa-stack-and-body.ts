import Koa from 'koa';

const app = new Koa();
app.use(async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error));
    ctx.status = 500;
    ctx.body = {
      detail: 'Something went wrong.',
      stack: failure.stack?.split('\n'), // <- finding
    };
  }
});
app.use((ctx) => {
  ctx.body = { plans: [] };
});
app.listen(3000);
