// The handler that shows stacks is hung up in development only; in production a quiet one answers.
import express, { type NextFunction, type Request, type Response } from 'express';
import errorhandler from 'errorhandler';

const app = express();
app.get('/plans', (_request, response) => response.json([]));
if (process.env.NODE_ENV === 'development') app.use(errorhandler());
app.use((_error: unknown, _request: Request, response: Response, _next: NextFunction) => {
  response.status(500).json({ title: 'Something broke' });
});
app.listen(3000);
