// One JSON object per line.
import { pino } from 'pino';
import { config } from './config.ts';

export const logger = pino({ level: config.LOG_LEVEL, messageKey: 'message', base: { service: 'half-koa' } });
