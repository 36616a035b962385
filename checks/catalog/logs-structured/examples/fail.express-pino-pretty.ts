import express from 'express';
import { pino } from 'pino';

export const logger = pino({ level: 'info', transport: { target: 'pino-pretty' } }); // <- finding
const app = express();
app.listen(3000, () => logger.info('listening'));
