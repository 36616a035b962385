import express from 'express';

const app = express();
app.use(express.json({ limit: Infinity })); // <- finding
app.post('/api/plans', (_req, res) => {
  res.json({});
});
app.listen(3000);
