import express from 'express';
import { createClient } from '@supabase/supabase-js';

const db = createClient(process.env.URL, process.env.KEY);
const app = express();
app.get('/plans', async (req, res) => {
  const { data } = await db.from('plans').select('id, title'); // <- finding
  res.json(data);
});
app.listen(3000);
