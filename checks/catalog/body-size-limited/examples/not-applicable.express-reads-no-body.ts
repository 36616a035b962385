import express from 'express';

const app = express();
app.get('/api/plans', (_req, res) => {
  res.json({ note: 'express.json({ limit: "1gb" }) is only mentioned' });
});
app.listen(3000);
