import express from 'express';
import { pino } from 'pino';

const level = process.env.LOG_LEVEL ?? 'debug'; // <- finding
const logger = pino({ level });
const app = express();
app.listen(3000, () => logger.info('listening'));
