import express from 'express';
import rateLimit from 'express-rate-limit';

const app = express();
const limiter = rateLimit({ windowMs: 60_000, max: 60 });
if (process.env.RATE_LIMIT_ENABLED) {
  app.use(limiter); // <- finding
}
app.post('/api/generate', (_req, res) => {
  res.json({});
});
app.listen(3000);
