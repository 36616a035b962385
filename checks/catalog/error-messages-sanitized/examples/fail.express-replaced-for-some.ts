// The text is written over where the header says so, and stays in all other answers.
import express, { type NextFunction, type Request, type Response } from 'express';

function onError(error: Error, request: Request, response: Response, _next: NextFunction) {
  let { message } = error;
  if (request.headers.accept === 'text/html') {
    message = 'Something went wrong';
  }
  response.status(500).send({ message }); // <- finding
}

const app = express();
app.get('/plans', (_request, response) => response.json([]));
app.use(onError);
app.listen(3000);
