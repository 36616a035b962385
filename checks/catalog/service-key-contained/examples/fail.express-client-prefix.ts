import { createClient } from '@supabase/supabase-js';
import express from 'express';

const supabase = createClient(
  process.env.NEXT_PUBLIC_SUPABASE_URL ?? '',
  process.env.NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY ?? '', // <- finding
);
const app = express();
app.get('/api/plans', async (_request, response) => response.json(await supabase.from('plans').select('id').limit(10)));
app.listen(3000);
