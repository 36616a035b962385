import express from 'express';
import jwt from 'jsonwebtoken';

const jwtSecret = 'training-plans-signing-2024'; // <- finding

const app = express();
app.get('/api/plans', (request, response) => {
  const token = request.headers.authorization?.slice(7) ?? '';
  const claims = jwt.verify(token, jwtSecret, { algorithms: ['HS256'] });
  response.json({ owner: claims.sub });
});
app.listen(3000);
