import express from 'express';
import pinoHttp from 'pino-http';
import { readContext } from './context.ts';

let logger = pinoHttp().logger;
const startLogger = (context) => {
  const environment = context.environment || 'production';
  logger = pinoHttp({ autoLogging: true, level: environment === 'production' ? 'warn' : 'debug' }).logger;
};

const app = express();
app.get('/api/plans', (_request, response) => {
  logger.info('plans are asked for');
  response.json([]);
});
startLogger(readContext());
app.listen(3000);
// file: context.ts
export const readContext = () => ({ environment: process.env.NODE_ENV, port: process.env.PORT });
