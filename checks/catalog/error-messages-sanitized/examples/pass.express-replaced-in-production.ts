// Only what the service says itself reaches users in production: any other text is written over.
import express, { type NextFunction, type Request, type Response } from 'express';

class ServiceError extends Error {
  status = 500;
  isOperational = true;
}
const config = { environment: process.env.NODE_ENV };

function onError(error: ServiceError, _request: Request, response: Response, _next: NextFunction) {
  let { status, message } = error;
  if (config.environment === 'production' && !error.isOperational) {
    status = 500;
    message = 'Something went wrong';
  }
  response.status(status).send({ status, message });
}

const app = express();
app.get('/plans', (_request, response) => response.json([]));
app.use(onError);
app.listen(3000);
