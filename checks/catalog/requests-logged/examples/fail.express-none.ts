import express from 'express';
import { pino } from 'pino';

const log = pino();
const app = express(); // <- finding
app.get('/plans', (_request, response) => {
  log.info('plans asked');
  response.json([]);
});
app.listen(3000);
