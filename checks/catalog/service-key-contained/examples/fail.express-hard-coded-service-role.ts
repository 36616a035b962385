import { createClient } from '@supabase/supabase-js';
import express from 'express';

const serviceKey = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoic2VydmljZV9yb2xlIiwicmVmIjoibm9ib2R5c3Byb2plY3QiLCJub3RlIjoiYmVsb25ncyB0byBub2JvZHkifQ.no-signature-this-key-opens-nothing'; // <- finding
const supabase = createClient(process.env.SUPABASE_URL ?? '', serviceKey);

const app = express();
app.get('/api/plans', async (_request, response) => response.json(await supabase.from('plans').select('id').limit(10)));
app.listen(3000);
