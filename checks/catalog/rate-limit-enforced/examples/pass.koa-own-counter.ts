import Router from '@koa/router';
import Koa from 'koa';

const seen = new Map<string, number>();
async function throttle(ctx, next) {
  const count = (seen.get(ctx.ip) ?? 0) + 1;
  seen.set(ctx.ip, count);
  if (count > 100) {
    ctx.status = 429;
    ctx.set('Retry-After', '60');
    return;
  }
  await next();
}

const app = new Koa();
app.use(throttle);
const router = new Router();
router.post('/plans', (ctx) => {
  ctx.body = {};
});
app.use(router.routes());
app.listen(3000);
