import { createClient } from '@supabase/supabase-js';
import express from 'express';

const supabase = createClient('https://abc.supabase.co', process.env.SUPABASE_ANON_KEY ?? '');
const app = express();
app.get('/api/plans', async (_req, res) => {
  const { data, error } = await supabase.from('plans').select('id');
  if (error) {
    res.status(500).json({ error: error.message }); // <- finding
    return;
  }
  res.json(data);
});
app.listen(3000);
