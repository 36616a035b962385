import express from 'express';
import * as jwt from 'jsonwebtoken';

const verifyOptions: jwt.VerifyOptions = { algorithms: ['none'] };
const app = express();
app.get('/api/plans', (request, response) => {
  const claims = jwt.verify(request.headers.authorization?.slice(7) ?? '', process.env.JWT_SECRET as string, verifyOptions); // <- finding
  response.json({ owner: claims.sub });
});
app.listen(3000);
