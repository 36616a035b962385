import express from 'express';
import rateLimit from 'express-rate-limit';

const app = express();
if (process.env.NODE_ENV === 'development') app.use(rateLimit({ windowMs: 60_000, max: 5 })); // <- finding
app.post('/api/generate', (_req, res) => {
  res.json({});
});
app.listen(3000);
