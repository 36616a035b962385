import express from 'express';
import { pino } from 'pino';

// Never call it VITE_SUPABASE_SERVICE_ROLE_KEY: postgres://user:pass@host/db is the form of the other one.
const { SUPABASE_SERVICE_ROLE_KEY: key = '' } = process.env;
const logger = pino();
const app = express();
app.get('/', (_request, response) => response.json({ status: 'ok', configured: Boolean(key) }));
app.listen(3000, () => logger.info({ keyLength: key.length, kind: key ? 'service' : 'none' }, 'listening'));
