import cors from 'cors';
import express from 'express';

const app = express();
app.use(
  cors({
    origin: (origin, done) => done(null, Boolean(origin?.startsWith('https://app.example.com'))), // <- finding
  }),
);
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
app.listen(3000);
