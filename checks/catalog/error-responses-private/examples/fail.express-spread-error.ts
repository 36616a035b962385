import express, { type ErrorRequestHandler } from 'express';

const onError: ErrorRequestHandler = (error, _request, response, _next) => {
  response.status(500).json({ ...error, detail: 'Something went wrong.' }); // <- finding
};

const app = express();
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.use(onError);
app.listen(3000);
