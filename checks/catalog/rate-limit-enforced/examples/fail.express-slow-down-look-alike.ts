import express from 'express';

// A limit of results, not of requests.
const limit = (req, _res, next) => {
  req.limit = Math.min(Number(req.query.limit ?? 20), 100);
  next();
};

const app = express(); // <- finding
app.use(limit);
app.get('/api/plans', (_req, res) => {
  res.json([]);
});
app.listen(3000);
