import { timingSafeEqual } from 'node:crypto';
import express from 'express';

const password = process.env.ADMIN_PASSWORD ?? 'admin'; // <- finding
const app = express();
app.use((request, response, next) => {
  const given = String(request.headers['x-password']);
  if (given.length === password.length && timingSafeEqual(Buffer.from(given), Buffer.from(password))) return next();
  return response.status(401).end();
});
app.get('/api/plans', (_request, response) => response.json([]));
app.listen(3000);
