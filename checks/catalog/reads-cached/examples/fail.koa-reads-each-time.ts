import Koa from 'koa';
import Router from '@koa/router';
import { pool } from './pool.ts';

const router = new Router();
router.get('/exercises', async (ctx) => { // <- finding
  ctx.body = (await pool.query('SELECT id, name FROM exercises LIMIT 100')).rows;
});
const app = new Koa();
app.use(router.routes());
app.listen(3000);
