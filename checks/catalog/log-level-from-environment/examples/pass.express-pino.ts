import express from 'express';
import { pino } from 'pino';

const logger = pino({ level: process.env.LOG_LEVEL || 'info' });
const app = express();
app.listen(3000, () => logger.info('listening'));
