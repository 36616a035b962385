import Koa from 'koa';
import Router from '@koa/router';
import { prisma } from './prisma.ts';

function idempotent() {
  const kept = new Map();
  return async (ctx, next) => {
    const key = ctx.get('Idempotency-Key');
    const id = `${ctx.state.user.id} ${key}`;
    const earlier = kept.get(id);
    if (earlier) {
      ctx.body = earlier;
      return;
    }
    await next();
    kept.set(id, ctx.body);
  };
}
const router = new Router();
router.post('/plans', idempotent(), async (ctx) => {
  ctx.body = await prisma.plan.create({ data: ctx.request.body });
});
const app = new Koa();
app.use(router.routes());
app.listen(3000);
