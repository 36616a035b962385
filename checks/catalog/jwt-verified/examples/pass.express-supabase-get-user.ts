import { createClient } from '@supabase/supabase-js';
import express from 'express';

const supabase = createClient(process.env.SUPABASE_URL ?? '', process.env.SUPABASE_ANON_KEY ?? '');

const app = express();
app.get('/api/plans', async (request, response) => {
  const { data, error } = await supabase.auth.getUser(request.headers.authorization?.slice(7));
  if (error !== null) return response.sendStatus(401);
  response.json({ owner: data.user.id });
});
app.listen(3000);
