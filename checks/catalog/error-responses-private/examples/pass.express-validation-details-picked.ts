import express, { type ErrorRequestHandler } from 'express';
import { ZodError } from 'zod';

const onError: ErrorRequestHandler = (error, request, response, _next) => {
  const fields = error instanceof ZodError ? error.issues.map((issue) => issue.path.join('.')) : [];
  response.status(400).json({ detail: 'Some fields are wrong.', fields, instance: request.path });
};

const app = express();
app.use(express.json());
app.post('/api/plans', (_request, response) => response.json({ plans: [] }));
app.use(onError);
app.listen(3000);
