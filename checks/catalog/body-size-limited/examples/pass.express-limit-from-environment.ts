import express from 'express';

const app = express();
// app.use(express.json({ limit: '1gb' }));
app.use(express.json({ limit: process.env.BODY_LIMIT ?? '1mb' }));
app.post('/api/plans', (_req, res) => {
  res.json({});
});
app.listen(3000);
