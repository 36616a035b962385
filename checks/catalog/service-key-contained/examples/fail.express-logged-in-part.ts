import express from 'express';
import { pino } from 'pino';

const logger = pino();
const key = process.env.SUPABASE_SERVICE_ROLE_KEY ?? '';

const app = express();
app.get('/', (_request, response) => response.json({ status: 'ok' }));
app.listen(3000, () => {
  logger.info(`listening, key ${key.slice(0, 12)}`); // <- finding
});
