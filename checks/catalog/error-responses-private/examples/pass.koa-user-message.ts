import Koa from 'koa';

class Refused extends Error {
  readonly status = 409;
}

const app = new Koa();
app.use(async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    const refused = error instanceof Refused;
    ctx.status = refused ? error.status : 500;
    ctx.body = { detail: refused ? error.message : 'Something went wrong.' };
  }
});
app.use(() => {
  throw new Refused('You already have a plan.');
});
app.listen(3000);
