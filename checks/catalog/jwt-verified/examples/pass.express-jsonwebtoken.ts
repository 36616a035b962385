import express, { type NextFunction, type Request, type Response } from 'express';
import jwt from 'jsonwebtoken';

const secret = process.env.JWT_SECRET;
if (secret === undefined || secret === '') throw new Error('JWT_SECRET is missing');

// Do not go back to jwt.decode(token): it believes anybody.
function requireUser(request: Request, response: Response, next: NextFunction) {
  try {
    const claims = jwt.verify(request.headers.authorization?.slice(7) ?? '', secret, { algorithms: ['HS256'], audience: 'authenticated' });
    response.locals.userId = claims.sub;
  } catch {
    return response.set('WWW-Authenticate', 'Bearer').sendStatus(401);
  }
  next();
}

const app = express();
app.get('/api/plans', requireUser, (_request, response) => response.json({ owner: response.locals.userId }));
app.listen(3000);
