import { createClient } from '@supabase/supabase-js';
import express from 'express';
import { pino } from 'pino';

const logger = pino();
const key = process.env.SUPABASE_SERVICE_ROLE_KEY;
if (!key) throw new Error('SUPABASE_SERVICE_ROLE_KEY is missing');
const supabase = createClient(process.env.SUPABASE_URL ?? '', key);
logger.info({ hasKey: key !== '' }, 'SUPABASE_SERVICE_ROLE_KEY is set');

const app = express();
app.get('/api/plans', async (_request, response) => response.json(await supabase.from('plans').select('id').limit(10)));
app.listen(3000);
