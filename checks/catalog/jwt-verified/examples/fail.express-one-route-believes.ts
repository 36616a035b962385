import express from 'express';
import jwt from 'jsonwebtoken';

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error('JWT_SECRET is missing');

const app = express();
app.get('/api/plans', (request, response) => {
  const claims = jwt.verify(request.headers.authorization?.slice(7) ?? '', secret, { algorithms: ['HS256'] });
  response.json({ owner: claims.sub });
});
app.get('/api/playbook', (request, response) => {
  const claims = jwt.decode(String(request.query.jwt_token)); // <- finding
  response.json({ owner: claims?.sub });
});
app.listen(3000);
