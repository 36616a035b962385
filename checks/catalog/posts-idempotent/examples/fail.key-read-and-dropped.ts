import Koa from 'koa';
import Router from '@koa/router';
import { logger } from './logger.ts';
import { pool } from './pool.ts';

const router = new Router();
router.post('/orders', async (ctx) => { // <- finding
  const key = ctx.get('Idempotency-Key');
  logger.info({ key }, 'an order');
  ctx.body = await pool.query('INSERT INTO orders (items) VALUES ($1)', [ctx.request.body.items]);
});
const app = new Koa();
app.use(router.routes());
app.listen(3000);
