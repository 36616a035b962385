import Router from '@koa/router';
import { Redis } from 'ioredis';
import Koa from 'koa';

const router = new Router();
router.get('/plans', async (ctx) => {
  const redis = new Redis(process.env.REDIS_URL ?? ''); // <- finding
  ctx.body = await redis.get('plans');
});
const app = new Koa();
app.use(router.routes());
app.listen(3000);
