import { createHash } from 'node:crypto';
import Koa from 'koa';
import Router from '@koa/router';
import { pool } from './pool.ts';

async function conditionalGet(ctx, next) {
  await next();
  const etag = createHash('sha1').update(JSON.stringify(ctx.body)).digest('hex');
  ctx.set('ETag', etag);
  if (ctx.get('If-None-Match') === etag) ctx.status = 304;
}
const router = new Router();
router.get('/exercises', async (ctx) => {
  ctx.body = (await pool.query('SELECT id, name FROM exercises LIMIT 100')).rows;
});
const app = new Koa();
app.use(conditionalGet);
app.use(router.routes());
app.listen(3000);
