import express from 'express';
import jwt from 'jsonwebtoken';

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error('JWT_SECRET is missing');

const app = express();
app.use((request, response, next) => {
  try {
    const token = request.headers.authorization?.slice(7) ?? '';
    const header = jwt.decode(token, { complete: true })?.header;
    if (header?.alg !== 'HS256') throw new Error('unexpected algorithm');
    response.locals.claims = jwt.verify(token, secret, { algorithms: ['HS256'] });
    next();
  } catch {
    response.sendStatus(401);
  }
});
app.get('/api/plans', (_request, response) => response.json({ owner: response.locals.claims.sub }));
app.listen(3000);
