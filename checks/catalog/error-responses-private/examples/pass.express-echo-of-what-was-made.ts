import express, { type ErrorRequestHandler } from 'express';

const onError: ErrorRequestHandler = (_error, _request, response, _next) => {
  response.status(500).json({ detail: 'Something went wrong.' });
};

const app = express();
app.use(express.json());
// What was stored is what the client gets back: no error, no leak.
app.post('/api/plans', (request, response) => response.status(201).json({ id: 1, ...request.body }));
app.use(onError);
app.listen(3000);
