import express from 'express';
import rateLimit from 'express-rate-limit';

const app = express();
app.use(
  rateLimit({
    windowMs: 60_000,
    max: 60,
    keyGenerator: (req) => String(req.headers['x-forwarded-for'] ?? req.ip), // <- finding
  }),
);
app.post('/api/generate', (_req, res) => {
  res.json({});
});
app.listen(3000);
