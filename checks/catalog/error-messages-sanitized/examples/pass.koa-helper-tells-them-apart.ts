import Koa from 'koa';

class Problem extends Error {
  constructor(
    readonly status: number,
    detail: string,
  ) {
    super(detail);
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(500, 'Something went wrong.');
}

const app = new Koa();
app.use(async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    const { status, message } = problemOf(error);
    ctx.status = status;
    ctx.body = { detail: message };
  }
});
app.listen(3000);
