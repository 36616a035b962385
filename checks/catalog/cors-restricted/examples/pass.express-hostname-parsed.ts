import cors from 'cors';
import express from 'express';

function isOurs(origin: string): boolean {
  const url = URL.parse(origin);
  return url !== null && url.protocol === 'https:' && (url.hostname === 'example.com' || url.hostname.endsWith('.example.com'));
}

const app = express();
app.use(cors({ origin: (origin, done) => done(null, origin !== undefined && isOurs(origin)) }));
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.listen(3000);
