import express from 'express';
import { pino } from 'pino';

export const logger = pino({ level: 'info' });

const app = express();
app.get('/api/plans', (_request, response) => {
  console.warn('plans are empty'); // <- finding
  response.json({ plans: [] });
});
app.listen(3000);
