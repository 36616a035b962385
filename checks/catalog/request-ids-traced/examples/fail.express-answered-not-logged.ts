import { randomUUID } from 'node:crypto';
import express from 'express';
import { pino } from 'pino';

const log = pino();
const app = express();
app.use((request, response, next) => {
  response.setHeader('X-Request-Id', randomUUID()); // <- finding
  log.info({ method: request.method }, 'asked');
  next();
});
app.listen(3000);
