import express from 'express';

const app = express(); // <- finding
app.use((_req, res, next) => {
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  next();
});
app.get('/api/plans', (_req, res) => {
  res.json([]);
});
app.listen(3000);
