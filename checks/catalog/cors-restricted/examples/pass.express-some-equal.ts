import cors from 'cors';
import express from 'express';

const allowed = (process.env.CORS_ORIGINS ?? 'https://app.example.com').split(',').map((each) => each.trim());
const app = express();
app.use(
  cors({
    origin(origin, done) {
      const known = !origin || allowed.some((each) => each === origin);
      done(known ? null : new Error('not allowed'), known);
    },
  }),
);
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.listen(3000);
