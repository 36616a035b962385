// Every address begins with a version, which a middleware takes off before the routes see it.
import express, { type NextFunction, type Request, type Response } from 'express';

const versions = (req: Request & { version?: number }, res: Response, next: NextFunction) => {
  const found = /^\/v(\d+)(\/.*)$/.exec(req.url);
  if (found === null) return res.status(404).json({ message: 'An address begins with a version.' });
  req.version = Number(found[1]);
  req.url = found[2] ?? '/';
  return next();
};

const app = express();
app.use(versions);
app.get('/plans', (_req, res) => res.json([]));
app.get('/plans/:id', (req, res) => res.json({ id: req.params.id }));
app.listen(8000);
