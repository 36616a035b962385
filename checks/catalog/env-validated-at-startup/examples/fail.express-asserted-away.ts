import { createClient } from '@supabase/supabase-js';
import express from 'express';

const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_SERVICE_ROLE_KEY as string);

const app = express(); // <- finding
app.get('/api/plans', async (_request, response) => response.json(await supabase.from('plans').select('id').limit(10)));
app.listen(3000);
