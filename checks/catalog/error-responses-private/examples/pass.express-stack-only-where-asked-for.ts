// The stack goes out only where somebody asked for what nobody should run, or in an environment that an enumeration names.
import express, { type NextFunction, type Request, type Response } from 'express';

enum Env {
  Dev = 'dev',
  Prod = 'prod',
}

const app = express();
app.get('/plans', (_req, res) => res.json([]));
app.use((error: Error, req: Request, res: Response, _next: NextFunction) => {
  const body: Record<string, unknown> = { message: 'Something went wrong' };
  if (process.env.ERROR_ANSWERS === 'insecure') body.stack = error.stack;
  if (req.app.locals.env === Env.Dev) body.trace = error.stack;
  res.status(500).json(body);
});
app.listen(8000);
