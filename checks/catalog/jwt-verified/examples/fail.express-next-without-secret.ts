import express, { type NextFunction, type Request, type Response } from 'express';
import jwt from 'jsonwebtoken';

const secret = process.env.JWT_SECRET;

function requireUser(request: Request, response: Response, next: NextFunction) {
  if (!secret) return next(); // <- finding
  try {
    response.locals.claims = jwt.verify(request.headers.authorization?.slice(7) ?? '', secret, { algorithms: ['HS256'] });
  } catch {
    return response.sendStatus(401);
  }
  next();
}

const app = express();
app.get('/api/plans', requireUser, (_request, response) => response.json({ plans: [] }));
app.listen(3000);
