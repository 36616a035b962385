import express from 'express';
import { createClient } from '@supabase/supabase-js';

const db = createClient(process.env.URL, process.env.KEY);
const app = express();
app.get('/plans/:id', async (req, res) => {
  const { data } = await db.from('plans').select('*').eq('id', req.params.id); // <- finding
  res.json(data);
});
app.listen(3000);
