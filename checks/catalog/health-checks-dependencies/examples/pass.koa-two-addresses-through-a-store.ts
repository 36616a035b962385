import Router from '@koa/router';
import Koa from 'koa';
import { createClient } from '@supabase/supabase-js';

interface Store {
  ping(): Promise<boolean>;
}
const supabase = createClient('https://x.supabase.co', process.env.SUPABASE_ANON_KEY ?? '');
const made: Store = {
  async ping() {
    const { error } = await supabase.from('plans').select('id').limit(1);
    return error === null;
  },
};
export function routes({ store }: { store: Store }): Router {
  const router = new Router();
  router.get(['/readyz', '/api/v1/health'], async (ctx) => {
    ctx.status = (await store.ping()) ? 200 : 503;
    ctx.body = {};
  });
  return router;
}
const app = new Koa();
app.use(routes({ store: made }).routes());
app.listen(3000);
