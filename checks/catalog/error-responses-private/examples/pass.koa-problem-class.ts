// file: src/problem.ts
export class Problem extends Error {
  readonly status: number;
  readonly title: string;

  constructor(status: number, title: string, more: { cause?: unknown } = {}) {
    super(title, more);
    this.status = status;
    this.title = title;
  }
}
// file: src/main.ts
import Koa from 'koa';
import { Problem } from './problem.ts';

const app = new Koa();
app.use(async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    answer(ctx, error instanceof Problem ? error : new Problem(500, 'Something went wrong.', { cause: error }));
  }
});

function answer(ctx: Koa.Context, { status, title }: Problem): void {
  ctx.status = status;
  ctx.body = { status, title };
}

app.use(() => {
  throw new Problem(409, 'You already have a plan.');
});
app.listen(3000);
