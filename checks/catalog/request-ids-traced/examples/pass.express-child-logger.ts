import { randomUUID } from 'node:crypto';
import express from 'express';
import winston from 'winston';

const logger = winston.createLogger();
const app = express();
app.use((_request, response, next) => {
  const requestId = randomUUID();
  response.set('X-Request-Id', requestId);
  response.locals.log = logger.child({ requestId });
  next();
});
app.listen(3000);
