import express from 'express';
import { pino } from 'pino';

const logger = pino({ level: 'info' }); // <- finding
const app = express();
app.listen(3000, () => logger.info('listening'));
