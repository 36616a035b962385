import express from 'express';
import jwt from 'jsonwebtoken';

const secret = process.env.JWT_SECRET;

function claimsOf(token: string) {
  if (!secret) return jwt.decode(token); // <- finding
  return jwt.verify(token, secret, { algorithms: ['HS256'] });
}

const app = express();
app.get('/api/plans', (request, response) => {
  const claims = claimsOf(request.headers.authorization?.slice(7) ?? '');
  response.json({ owner: claims?.sub });
});
app.listen(3000);
