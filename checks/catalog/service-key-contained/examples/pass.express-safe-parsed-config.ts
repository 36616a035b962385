// file: src/environment.ts
import { z } from 'zod';

const parsed = z.object({ PORT: z.coerce.number().default(3000), SUPABASE_SERVICE_ROLE_KEY: z.string().min(20) }).safeParse(process.env);
if (!parsed.success) process.exit(1);

export const environment = parsed.data;
// file: src/main.ts
import { createClient } from '@supabase/supabase-js';
import express from 'express';
import { pino } from 'pino';
import { environment } from './environment.ts';

const logger = pino();
const supabase = createClient('https://nobodysproject.supabase.co', environment.SUPABASE_SERVICE_ROLE_KEY);
const app = express();
app.get('/api/plans', async (_request, response) => response.json(await supabase.from('plans').select('id').limit(10)));
app.listen(environment.PORT, () => logger.info({ port: environment.PORT }, 'listening'));
