import express from 'express';

const app = express(); // <- finding
// app.use(helmet());
app.get('/api/plans', (_req, res) => {
  res.json([]);
});
app.listen(3000);
