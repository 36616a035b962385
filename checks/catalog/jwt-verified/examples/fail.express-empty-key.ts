import express from 'express';
import jwt from 'jsonwebtoken';

const app = express();
app.get('/api/plans', (request, response) => {
  const token = request.headers.authorization?.slice(7) ?? '';
  const claims = jwt.verify(token, ''); // <- finding
  response.json({ owner: claims.sub });
});
app.listen(3000);
