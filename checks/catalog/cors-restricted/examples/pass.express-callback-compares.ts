import cors from 'cors';
import express from 'express';

const allowed = new Set(['https://app.example.com']);
const app = express();
app.use(
  cors({
    origin(origin, callback) {
      if (origin === undefined || allowed.has(origin)) callback(null, true);
      else callback(new Error('origin not allowed'));
    },
  }),
);
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.listen(3000);
