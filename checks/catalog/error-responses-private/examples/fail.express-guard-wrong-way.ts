import express, { type ErrorRequestHandler } from 'express';

const onError: ErrorRequestHandler = (error, _request, response, _next) => {
  const body: Record<string, unknown> = { detail: 'Something went wrong.' };
  if (process.env.NODE_ENV === 'production') {
    body.stack = error.stack; // <- finding
  }
  response.status(500).json(body);
};

const app = express();
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.use(onError);
app.listen(3000);
