import express, { type ErrorRequestHandler } from 'express';

const onError: ErrorRequestHandler = (error, _request, response, _next) => {
  console.error(error); // <- finding
  response.status(500).json({ detail: 'Something went wrong.' });
};

const app = express();
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.use(onError);
app.listen(3000);
