import { createClient } from '@supabase/supabase-js';
import express from 'express';

const supabase = createClient(process.env.SUPABASE_URL ?? '', process.env.SUPABASE_ANON_KEY ?? '');

const app = express();
app.get('/api/plans', async (_request, response) => {
  const {
    data: { session },
  } = await supabase.auth.getSession();
  const { data, error } = await supabase.auth.getUser(session?.access_token);
  if (error !== null) return response.sendStatus(401);
  response.json({ owner: data.user.id });
});
app.listen(3000);
