import Koa from 'koa';
import Router from '@koa/router';
import { planOf } from './store.ts';
import { signedIn } from './auth.ts';

const router = new Router();
router.use(signedIn);
router.post('/generate', async (ctx) => { // <- finding
  const { user_profile_id: profileId } = ctx.request.body;
  ctx.body = await planOf(Number(profileId));
});
const app = new Koa();
app.use(router.routes());
app.listen(3000);
// file: store.ts
import { createClient } from '@supabase/supabase-js';
const db = createClient(process.env.SUPABASE_URL, process.env.SUPABASE_SERVICE_ROLE_KEY);
export async function planOf(profileId: number) {
  const { data } = await db.from('training_plans').select('id, title').eq('user_profile_id', profileId).maybeSingle();
  return data;
}
// file: auth.ts
import { jwtVerify } from 'jose';
import { keys } from './keys.ts';
export async function signedIn(ctx, next) {
  const { payload } = await jwtVerify(ctx.get('Authorization').slice(7), keys, { algorithms: ['ES256'] });
  ctx.state.user = payload.sub;
  await next();
}
