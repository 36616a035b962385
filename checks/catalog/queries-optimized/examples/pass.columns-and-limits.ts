import express from 'express';
import { createClient } from '@supabase/supabase-js';

const db = createClient(process.env.URL, process.env.KEY);
const app = express();
// before: db.from('plans').select('*')
app.get('/plans', async (req, res) => {
  const { data } = await db.from('plans').select('id, title').eq('user_id', req.user.id).limit(50);
  res.json(data);
});
app.get('/plans/count', async (req, res) => {
  const { count } = await db.from('plans').select('*', { count: 'exact', head: true });
  res.json({ count });
});
app.listen(3000);
