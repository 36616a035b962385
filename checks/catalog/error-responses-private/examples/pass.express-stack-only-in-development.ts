import express, { type ErrorRequestHandler } from 'express';

const onError: ErrorRequestHandler = (error, _request, response, _next) => {
  const detail = 'Something went wrong.';
  if (process.env.NODE_ENV === 'development') response.status(500).json({ detail, stack: error.stack });
  else response.status(500).json({ detail });
};

const app = express();
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.use(onError);
app.listen(3000);
