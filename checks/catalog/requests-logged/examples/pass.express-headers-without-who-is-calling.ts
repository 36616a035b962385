// All headers but those that say who is calling, and one list of few beside them.
import { randomUUID } from 'node:crypto';
import express from 'express';
import pino from 'pino';

const logger = pino();
const app = express();
const withheld = ['authorization', 'cookie', 'x-api-key'];
const listed = ['accept', 'user-agent'];
app.use((req, res, next) => {
  const began = performance.now();
  const requestId = req.get('x-request-id') ?? randomUUID();
  const sent: Record<string, unknown> = {};
  for (const name of Object.keys(req.headers)) {
    if (!withheld.includes(name.toLowerCase())) sent[name] = req.headers[name];
  }
  const client: Record<string, unknown> = {};
  for (const name of listed) client[name] = req.headers[name];
  res.on('finish', () => {
    const durationMs = performance.now() - began;
    logger.info({ requestId, method: req.method, path: req.path, status: res.statusCode, durationMs, sent, client });
  });
  next();
});
app.get('/plans', (_, res) => res.json([]));
app.listen(3000);
