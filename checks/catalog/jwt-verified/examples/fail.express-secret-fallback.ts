// file: src/config.ts
export const config = {
  port: Number(process.env.PORT ?? 3000),
  jwtSecret: process.env.JWT_SECRET || 'development-only-signing', // <- finding
};
// file: src/main.ts
import express from 'express';
import jwt from 'jsonwebtoken';
import { config } from './config.ts';

const app = express();
app.get('/api/plans', (request, response) => {
  const token = request.headers.authorization?.slice(7) ?? '';
  const claims = jwt.verify(token, config.jwtSecret, { algorithms: ['HS256'] });
  response.json({ owner: claims.sub });
});
app.listen(config.port);
