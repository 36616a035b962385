// file: src/config.ts
export const config = {
  supabaseUrl: process.env.SUPABASE_URL ?? '',
  supabaseKey: process.env.SUPABASE_SERVICE_ROLE_KEY ?? 'sb_secret_nobodysKeyOpensNothing00', // <- finding
};
// file: src/main.ts
import { createClient } from '@supabase/supabase-js';
import express from 'express';
import { config } from './config.ts';

const supabase = createClient(config.supabaseUrl, config.supabaseKey);
const app = express();
app.get('/api/plans', async (_request, response) => response.json(await supabase.from('plans').select('id').limit(10)));
app.listen(3000);
