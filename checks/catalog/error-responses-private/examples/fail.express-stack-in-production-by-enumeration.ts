// The enumeration is read the wrong way round: production shows the stack.
import express, { type NextFunction, type Request, type Response } from 'express';

enum Env {
  Dev = 'dev',
  Prod = 'prod',
}

const app = express();
app.get('/plans', (_req, res) => res.json([]));
app.use((error: Error, req: Request, res: Response, _next: NextFunction) => {
  const body: Record<string, unknown> = { message: 'Something went wrong' };
  if (req.app.locals.env !== Env.Dev) body.trace = error.stack; // <- finding
  res.status(500).json(body);
});
app.listen(8000);
