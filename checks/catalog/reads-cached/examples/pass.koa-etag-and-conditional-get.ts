import Router from '@koa/router';
import Koa from 'koa';
import conditional from 'koa-conditional-get';
import etag from 'koa-etag';
import { pool } from './pool.ts';

const router = new Router();
router.get('/v1/exercises', async (ctx) => {
  const { rows } = await pool.query('SELECT id, name FROM exercises LIMIT 100');
  ctx.body = rows;
});
const app = new Koa();
app.use(conditional());
app.use(etag());
app.use(router.routes());
app.listen(3000);
