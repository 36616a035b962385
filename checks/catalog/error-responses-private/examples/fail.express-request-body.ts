import express, { type ErrorRequestHandler } from 'express';

const onError: ErrorRequestHandler = (_error, request, response, _next) => {
  response.status(400).json({
    detail: 'The request could not be understood.',
    received: request.body, // <- finding
    headers: request.headers, // <- finding
  });
};

const app = express();
app.use(express.json());
app.post('/api/plans', (_request, response) => response.json({ plans: [] }));
app.use(onError);
app.listen(3000);
