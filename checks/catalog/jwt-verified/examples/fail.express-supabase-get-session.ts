import { createClient } from '@supabase/supabase-js';
import express from 'express';

const supabase = createClient(process.env.SUPABASE_URL ?? '', process.env.SUPABASE_ANON_KEY ?? '');

const app = express();
app.get('/api/plans', async (_request, response) => {
  const { data } = await supabase.auth.getSession(); // <- finding
  if (data.session === null) return response.sendStatus(401);
  response.json({ owner: data.session.user.id });
});
app.listen(3000);
