import { pino } from 'pino';

pino({ level: 'debug' }).info('a script');
