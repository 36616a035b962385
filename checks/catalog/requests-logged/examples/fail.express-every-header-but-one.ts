// Who is calling is no part of what is left out.
import { randomUUID } from 'node:crypto';
import express from 'express';
import pino from 'pino';

const logger = pino();
const app = express();
app.use((req, res, next) => {
  const began = performance.now();
  const requestId = req.get('x-request-id') ?? randomUUID();
  const sent: Record<string, unknown> = {};
  for (const name of Object.keys(req.headers)) {
    if (name !== 'host' && Object.hasOwn(req.headers, name)) sent[name] = req.headers[name];
  }
  res.on('finish', () => {
    logger.info({ requestId, method: req.method, path: req.path, status: res.statusCode, durationMs: performance.now() - began, sent }); // <- finding
  });
  next();
});
app.get('/plans', (_, res) => res.json([]));
app.listen(3000);
