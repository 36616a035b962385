import Koa from 'koa';

const debug = process.env.DEBUG !== 'false';
const app = new Koa();
app.use(async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    ctx.status = 500;
    ctx.body = { detail: 'Something went wrong.', stack: debug && error instanceof Error ? error.stack : undefined }; // <- finding
  }
});
app.use((ctx) => {
  ctx.body = { plans: [] };
});
app.listen(3000);
