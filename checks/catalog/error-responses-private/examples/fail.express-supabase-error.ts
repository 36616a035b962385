import { createClient } from '@supabase/supabase-js';
import express from 'express';

const supabase = createClient(process.env.SUPABASE_URL ?? '', process.env.SUPABASE_SERVICE_ROLE_KEY ?? '');
const app = express();
app.get('/api/plans', async (_request, response) => {
  const { data, error } = await supabase.from('plans').select('id');
  if (error) return response.status(500).json({ error }); // <- finding
  return response.json(data);
});
app.listen(3000);
