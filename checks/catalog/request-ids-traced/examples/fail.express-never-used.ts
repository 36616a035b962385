import { randomUUID } from 'node:crypto';
import express from 'express';
import { pino } from 'pino';

const log = pino();
function requestId(_request: express.Request, response: express.Response, next: express.NextFunction): void {
  const id = randomUUID();
  response.setHeader('X-Request-Id', id); // <- finding
  log.info({ requestId: id }, 'asked');
  next();
}
const app = express();
app.listen(3000);
