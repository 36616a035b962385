import express, { type NextFunction, type Request, type Response } from 'express';
import jwt from 'jsonwebtoken';

const secret = process.env.JWT_SECRET ?? '';

function remember(request: Request, response: Response, next: NextFunction) {
  const token = request.headers.authorization?.slice(7) ?? '';
  jwt.verify(token, secret, { algorithms: ['HS256'] }, (error) => {
    if (error === null) response.locals.verified = true;
  });
  const claims = jwt.decode(token); // <- finding
  response.locals.userId = claims?.sub;
  next();
}

const app = express();
app.get('/api/plans', remember, (_request, response) => response.json({ owner: response.locals.userId }));
app.listen(3000);
