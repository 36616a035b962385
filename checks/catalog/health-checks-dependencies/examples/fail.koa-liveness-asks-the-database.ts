import Router from '@koa/router';
import Koa from 'koa';
import knex from 'knex';

const db = knex({ client: 'pg' });
const router = new Router();
router.get('/livez', async (ctx) => { // <- finding
  await db.raw('SELECT 1');
  ctx.body = {};
});
router.get('/readyz', async (ctx) => {
  await db.raw('SELECT 1');
  ctx.body = {};
});
const app = new Koa();
app.use(router.routes());
app.listen(3000);
