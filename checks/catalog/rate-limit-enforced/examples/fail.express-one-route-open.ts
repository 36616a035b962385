import express from 'express';
import rateLimit from 'express-rate-limit';

const app = express();
const limiter = rateLimit({ windowMs: 60_000, max: 60 });
app.use('/api', limiter);
app.get('/api/plans', (_req, res) => {
  res.json([]);
});
// "/apiary" only begins like "/api".
app.get('/apiary', (_req, res) => { // <- finding
  res.json([]);
});
app.listen(3000);
