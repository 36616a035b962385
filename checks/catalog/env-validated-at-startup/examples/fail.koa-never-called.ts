// file: src/config.ts
export const config = {
  supabaseUrl: process.env.SUPABASE_URL || '',
  supabaseKey: process.env.SUPABASE_SERVICE_ROLE_KEY || '',
};

export function assertConfig(): void {
  if (config.supabaseUrl === '' || config.supabaseKey === '') throw new Error('SUPABASE_URL and SUPABASE_SERVICE_ROLE_KEY must be set');
}
// file: src/main.ts
import { createClient } from '@supabase/supabase-js';
import Koa from 'koa';
import { config } from './config.ts';

const app = new Koa(); // <- finding
app.use(async (ctx) => {
  ctx.body = await createClient(config.supabaseUrl, config.supabaseKey).from('plans').select('id').limit(10);
});
app.listen(3000);
