import express from 'express';

const app = express(); // <- finding
app.disable('x-powered-by');
app.get('/api/plans', (_req, res) => {
  res.set('X-Content-Type-Options', 'nosniff').set('Strict-Transport-Security', 'max-age=31536000').json([]);
});
app.get('/api/weeks', (_req, res) => {
  res.json([]);
});
app.listen(3000);
