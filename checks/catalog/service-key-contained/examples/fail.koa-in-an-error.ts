import { createClient } from '@supabase/supabase-js';
import Koa from 'koa';

const key = process.env.SUPABASE_SERVICE_ROLE_KEY ?? '';
const supabase = createClient(process.env.SUPABASE_URL ?? '', key);

const app = new Koa();
app.use(async (ctx) => {
  const { data, error } = await supabase.from('plans').select('id').limit(10);
  if (error !== null) throw new Error(`reading plans with ${key} failed`); // <- finding
  ctx.body = data;
});
app.listen(3000);
