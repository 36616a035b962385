// One JSON line per record.
import { pino } from 'pino';
import { environment } from './environment.ts';

export const logger = pino({ level: environment.LOG_LEVEL, redact: ['req.headers.authorization'] });
