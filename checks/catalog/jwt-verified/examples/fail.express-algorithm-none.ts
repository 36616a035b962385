import express from 'express';
import { verify } from 'jsonwebtoken';

const app = express();
app.get('/api/plans', (request, response) => {
  const token = request.headers.authorization?.slice(7) ?? '';
  const claims = verify(token, process.env.JWT_SECRET ?? '', { algorithms: ['HS256', 'none'] }); // <- finding
  response.json({ owner: claims.sub });
});
app.listen(3000);
