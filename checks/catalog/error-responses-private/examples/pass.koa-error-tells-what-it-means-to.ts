import Koa from 'koa';

class BaseError extends Error {
  status = 400;
  code = 'INVALID';
  get() {
    return { code: this.code, status: this.status };
  }
}

const app = new Koa();
app.use(async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    if (error instanceof BaseError) {
      ctx.status = error.status;
      ctx.body = error.get();
    } else {
      ctx.status = 500;
      ctx.body = { code: 'INTERNAL' };
    }
  }
});
app.listen(3000);
