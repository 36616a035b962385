import express from 'express';

const app = express();
app.get('/api/plans', (_req, res) => {
  res.json([]);
});
app.use((err, _req, res, _next) => {
  res.status(500).json({ error: err.message }); // <- finding
});
app.listen(3000);
