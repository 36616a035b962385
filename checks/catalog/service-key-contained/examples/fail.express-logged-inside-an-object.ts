// file: src/config.ts
export const config = {
  port: Number(process.env.PORT ?? 3000),
  serviceKey: process.env.SUPABASE_SERVICE_ROLE_KEY ?? '',
};
// file: src/main.ts
import express from 'express';
import { pino } from 'pino';
import { config } from './config.ts';

const logger = pino();
const app = express();
app.get('/', (_request, response) => response.json({ status: 'ok' }));
app.listen(config.port, () => {
  logger.debug({ config }, 'listening'); // <- finding
});
