import Router from '@koa/router';
import Koa from 'koa';
import etag from 'koa-etag';
import { pool } from './pool.ts';

const router = new Router();
router.get('/v1/exercises', async (ctx) => { // <- finding
  const { rows } = await pool.query('SELECT id, name FROM exercises LIMIT 100');
  ctx.body = rows;
});
const app = new Koa();
// koa-etag only writes the header: without koa-conditional-get nothing answers 304.
app.use(etag());
app.use(router.routes());
app.listen(3000);
