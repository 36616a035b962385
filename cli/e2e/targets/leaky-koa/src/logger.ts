// The logger of the service. Some files use it.
import { pino } from 'pino';
import { config } from './config.ts';

export const logger = pino({ level: config.logLevel, base: { service: 'leaky-koa' } });
