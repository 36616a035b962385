// file: headers.ts
const headers = {
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
};

export function securityHeaders() {
  return async (ctx, next) => {
    ctx.set(headers);
    await next();
  };
}
// file: main.ts
import Router from '@koa/router';
import Koa from 'koa';
import { securityHeaders } from './headers.ts';

const app = new Koa();
app.use(securityHeaders());
const router = new Router();
router.get('/plans', (ctx) => {
  ctx.body = [];
});
app.use(router.routes());
app.listen(3000);
