import express from 'express';
import { expressjwt, type Request } from 'express-jwt';
import jwksRsa from 'jwks-rsa';

const app = express();
app.use(
  expressjwt({
    secret: jwksRsa.expressJwtSecret({ jwksUri: 'https://login.example.com/.well-known/jwks.json', cache: true }),
    algorithms: ['RS256'],
    audience: 'plans',
    issuer: 'https://login.example.com/',
  }),
);
app.get('/api/plans', (request: Request, response) => response.json({ owner: request.auth?.sub }));
app.listen(3000);
