import express from 'express';

const headers = {
  'X-Content-Type-Options': 'nosniff',
  'Strict-Transport-Security': 'max-age=63072000',
};
const app = express();
app.set('x-powered-by', false);
app.use((_req, res, next) => {
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  next();
});
app.get('/api/plans', (_req, res) => {
  res.json([]);
});
app.listen(3000);
