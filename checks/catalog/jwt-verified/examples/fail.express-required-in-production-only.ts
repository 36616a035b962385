import express from 'express';
import jwt from 'jsonwebtoken';

const stage = process.env.STAGE ?? 'development';
const app = express();
app.use((request, response, next) => {
  if (stage === 'production') { // <- finding
    try {
      response.locals.claims = jwt.verify(String(request.headers.authorization).slice(7), String(process.env.JWT_KEY), { algorithms: ['HS256'] });
    } catch {
      response.status(401).end();
      return;
    }
  }
  next();
});
app.get('/api/plans', (_request, response) => response.json({ owner: response.locals.claims?.sub }));
app.listen(3000);
