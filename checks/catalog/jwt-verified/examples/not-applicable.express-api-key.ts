import { timingSafeEqual } from 'node:crypto';
import express, { type NextFunction, type Request, type Response } from 'express';

const expected = Buffer.from(process.env.API_KEY ?? '');

function requireKey(request: Request, response: Response, next: NextFunction) {
  const given = Buffer.from(request.headers.authorization?.slice(7) ?? '');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return response.sendStatus(401);
  next();
}

const app = express();
app.get('/api/plans', requireKey, (_request, response) => response.json({ plans: [] }));
app.listen(3000);
