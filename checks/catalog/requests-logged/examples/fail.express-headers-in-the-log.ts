import express from 'express';
import { pino } from 'pino';

const log = pino();
const app = express();
app.use((request, response, next) => {
  const startedAt = performance.now();
  response.on('finish', () => {
    log.info({ requestId: request.get('x-request-id'), method: request.method, path: request.path, headers: request.headers, status: response.statusCode, durationMs: performance.now() - startedAt }); // <- finding
  });
  next();
});
app.listen(3000);
