import express from 'express';
import { pino } from 'pino';

const isDevelopment = process.env.NODE_ENV === 'development';
const logger = pino({ ...(isDevelopment ? { transport: { target: 'pino-pretty' } } : {}) });
const app = express();
app.listen(3000, () => logger.info('listening'));
