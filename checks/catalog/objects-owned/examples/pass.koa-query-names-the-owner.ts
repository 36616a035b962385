import Koa from 'koa';
import Router from '@koa/router';
import { createClient } from '@supabase/supabase-js';
import { signedIn } from './auth.ts';

const db = createClient(process.env.SUPABASE_URL, process.env.SUPABASE_SERVICE_ROLE_KEY);
const router = new Router();
router.get('/weeks/:id', signedIn, async (ctx) => {
  const { data } = await db.from('weeks').select('id, days').eq('id', ctx.params.id).eq('user_id', ctx.state.user.id).maybeSingle();
  if (data === null) ctx.throw(404);
  ctx.body = data;
});
const app = new Koa();
app.use(router.routes());
app.listen(3000);
