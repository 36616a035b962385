import Koa from 'koa';
import Router from '@koa/router';
import { knex } from './knex.ts';
import { signedIn } from './auth.ts';

const router = new Router();
router.get('/weeks/:id', signedIn, async (ctx) => {
  let query = knex('weeks').where('id', ctx.params.id);
  query = query.where('user_id', ctx.state.user.id);
  ctx.body = await query.first('id', 'days');
});
const app = new Koa();
app.use(router.routes());
app.listen(3000);
