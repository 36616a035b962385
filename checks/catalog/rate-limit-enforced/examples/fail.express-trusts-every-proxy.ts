import express from 'express';
import rateLimit from 'express-rate-limit';

const app = express();
app.set('trust proxy', true); // <- finding
app.use(rateLimit({ windowMs: 60_000, max: 60 }));
app.post('/api/generate', (_req, res) => {
  res.json({});
});
app.listen(3000);
