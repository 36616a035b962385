import Koa from 'koa';
import { createClient } from '@supabase/supabase-js';

const client = createClient('https://x.supabase.co', process.env.SUPABASE_SERVICE_ROLE_KEY ?? '');
async function requireCurrentSchema(): Promise<void> {
  const { data } = await client.rpc('applied_migrations');
  const pending = ['20261101000400'].filter((version) => !(data ?? []).includes(version));
  if (pending.length > 0) throw new Error(`the database lacks ${pending.join(', ')}`);
}
const app = new Koa();
await requireCurrentSchema();
app.listen(3000);
