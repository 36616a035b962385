import express, { type NextFunction, type Request, type Response } from 'express';
import jwt from 'jsonwebtoken';

function requireUser(request: Request, response: Response, next: NextFunction) {
  const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
  const claims = jwt.decode(token); // <- finding
  if (claims === null || typeof claims === 'string') return response.sendStatus(401);
  response.locals.userId = claims.sub;
  next();
}

const app = express();
app.get('/api/plans', requireUser, (_request, response) => response.json({ owner: response.locals.userId }));
app.listen(3000);
