// file: src/auth.ts
import { decodeJwt } from 'jose';
import type Koa from 'koa';

export async function requireUser(ctx: Koa.Context, next: Koa.Next) {
  const { sub, role } = decodeJwt(ctx.get('Authorization').slice(7)); // <- finding
  if (sub === undefined || role !== 'authenticated') ctx.throw(401);
  ctx.state.userId = sub;
  await next();
}
// file: src/main.ts
import Koa from 'koa';
import { requireUser } from './auth.ts';

const app = new Koa();
app.use(requireUser);
app.use((ctx) => {
  ctx.body = { owner: ctx.state.userId };
});
app.listen(3000);
