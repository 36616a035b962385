import express from 'express';
import jwt from 'jsonwebtoken';

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error('JWT_SECRET is missing');

const app = express();
app.get('/api/plans', (request, response) => {
  const token = request.headers.authorization?.slice(7) ?? '';
  const claims = jwt.verify(token, secret, { algorithms: ['HS256'], ignoreExpiration: true }); // <- finding
  response.json({ owner: claims.sub });
});
app.listen(3000);
