import { createServer } from 'node:http';
import { createClient } from '@supabase/supabase-js';
import express from 'express';

const supabase = createClient(process.env.SUPABASE_URL ?? '', process.env.SUPABASE_ANON_KEY ?? ''); // <- finding
const app = express();
app.get('/api/plans', async (_request, response) => response.json(await supabase.from('plans').select('id').limit(10)));
createServer({ requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 }, app).listen(3000);
