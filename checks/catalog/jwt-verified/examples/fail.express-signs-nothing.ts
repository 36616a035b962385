import express from 'express';
import jwt from 'jsonwebtoken';

const app = express();
app.post('/api/sign-in', (request, response) => {
  const token = jwt.sign({ sub: request.body.id }, process.env.JWT_SECRET ?? '', { algorithm: 'none' }); // <- finding
  response.json({ token });
});
app.get('/api/plans', (request, response) => {
  const claims = jwt.verify(request.headers.authorization?.slice(7) ?? '', process.env.JWT_SECRET ?? '', { algorithms: ['HS256'] });
  response.json({ owner: claims.sub });
});
app.listen(3000);
