import { AsyncLocalStorage } from 'node:async_hooks';
import Koa from 'koa';

const current = new AsyncLocalStorage<string>();
function traced(): Koa.Middleware {
  return (ctx, next) => current.run(ctx.get('traceparent'), next);
}
export function call(url: string): Promise<Response> {
  const headers = new Headers();
  headers.set('traceparent', current.getStore() ?? '');
  return fetch(url, { headers });
}
const app = new Koa();
app.use(traced());
app.listen(3000);
