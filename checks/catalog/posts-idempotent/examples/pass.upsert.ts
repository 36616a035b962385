import express from 'express';
import { createClient } from '@supabase/supabase-js';

const db = createClient(process.env.URL, process.env.KEY);
const app = express();
app.post('/profile', async (req, res) => {
  const { data } = await db.from('profiles').upsert({ user_id: req.user.id, ...req.body }).select('id').single();
  res.json(data);
});
app.post('/orders', async (req, res) => {
  const key = req.headers['idempotency-key'];
  const { data: known } = await db.from('answers').select('body').eq('key', key).maybeSingle();
  if (known) return res.json(known.body);
  const { data } = await db.from('orders').insert(req.body).select('id').single();
  await db.from('answers').insert({ key, body: data });
  res.json(data);
});
app.listen(3000);
