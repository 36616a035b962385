import express from 'express';
import jwt from 'jsonwebtoken';

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error('JWT_SECRET is missing');

function claimsOf(token: string) {
  if (process.env.NODE_ENV === 'production') return jwt.decode(token); // <- finding
  return jwt.verify(token, secret, { algorithms: ['HS256'] });
}

const app = express();
app.get('/api/plans', (request, response) => {
  response.json({ owner: claimsOf(request.headers.authorization?.slice(7) ?? '')?.sub });
});
app.listen(3000);
