// file: limiter.ts
import rateLimit from 'express-rate-limit';

export const limiter = rateLimit({ windowMs: 60_000, max: 60 }); // <- finding
// file: main.ts
import express from 'express';
import { limiter } from './limiter.ts';

const app = express();
// app.use(limiter);
app.get('/api/plans', (_req, res) => {
  res.json([]);
});
export const unused = limiter;
app.listen(3000);
