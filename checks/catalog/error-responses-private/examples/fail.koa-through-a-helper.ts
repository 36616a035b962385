// file: src/problem.ts
import type Koa from 'koa';

export function problem(ctx: Koa.Context, status: number, detail: string, more: Record<string, unknown> = {}): void {
  ctx.status = status;
  ctx.body = { title: 'Problem', status, detail, ...more };
}
// file: src/main.ts
import { bodyParser } from '@koa/bodyparser';
import Koa from 'koa';
import { problem } from './problem.ts';

const app = new Koa();
app.use(async (ctx, next) => {
  try {
    await next();
  } catch {
    problem(ctx, 400, 'The request could not be understood.', { received: ctx.request.body }); // <- finding
  }
});
app.use(bodyParser());
app.use((ctx) => {
  ctx.body = { plans: [] };
});
app.listen(3000);
