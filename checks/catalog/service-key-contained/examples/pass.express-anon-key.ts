import { createClient } from '@supabase/supabase-js';
import express from 'express';

// The anon key is public by design.
const anonKey = process.env.SUPABASE_ANON_KEY ?? 'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiYW5vbiIsInJlZiI6Im5vYm9keXNwcm9qZWN0Iiwibm90ZSI6ImJlbG9uZ3MgdG8gbm9ib2R5In0.no-signature-this-key-opens-nothing';
const supabase = createClient(process.env.SUPABASE_URL ?? '', anonKey);
const admin = createClient(process.env.SUPABASE_URL ?? '', process.env.SUPABASE_SERVICE_ROLE_KEY ?? '');

const app = express();
app.get('/config', (_request, response) => response.json({ anonKey }));
app.get('/api/plans', async (_request, response) => response.json(await supabase.from('plans').select('id').limit(10)));
app.delete('/api/plans', async (_request, response) => response.json(await admin.from('plans').delete().eq('id', 0)));
app.listen(3000);
