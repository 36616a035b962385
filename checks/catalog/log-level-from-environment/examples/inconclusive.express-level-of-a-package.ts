import express from 'express';
import { pino } from 'pino';
import { levelOf } from '@company/settings';

const logger = pino({ level: levelOf('plans') });
const app = express();
app.listen(3000, () => logger.info('listening'));
