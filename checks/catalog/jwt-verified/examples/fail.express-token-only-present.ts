import express, { type NextFunction, type Request, type Response } from 'express';

function requireToken(request: Request, response: Response, next: NextFunction) { // <- finding
  const token = request.headers.authorization?.split(' ')[1];
  if (!token) return response.status(401).json({ detail: 'Please sign in.' });
  next();
}

const app = express();
app.get('/api/plans', requireToken, (_request, response) => response.json({ plans: [] }));
app.listen(3000);
