import { randomUUID } from 'node:crypto';
import express, { type ErrorRequestHandler } from 'express';
import { pino } from 'pino';

const logger = pino();
const onError: ErrorRequestHandler = (error, request, response, _next) => {
  const requestId = randomUUID();
  // The stack goes to the log: { stack: error.stack } in an answer is what we had before.
  logger.error({ requestId, stack: error.stack, path: request.path }, 'request failed');
  response.status(500).json({ title: 'Internal Server Error', status: 500, detail: 'Something went wrong.', requestId });
};

const app = express();
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.use(onError);
app.listen(3000);
