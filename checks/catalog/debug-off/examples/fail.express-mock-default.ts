import express from 'express';

const { USE_MOCKS = 'true' } = process.env; // <- finding
const app = express();
app.get('/api/plans', (_req, res) => {
  res.json({ mocked: USE_MOCKS === 'true' });
});
app.listen(3000);
