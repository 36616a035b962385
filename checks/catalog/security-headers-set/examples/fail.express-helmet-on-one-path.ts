import express from 'express';
import helmet from 'helmet';

const app = express();
app.use('/admin', helmet()); // <- finding
app.get('/admin/plans', (_req, res) => {
  res.json([]);
});
app.get('/api/plans', (_req, res) => {
  res.json([]);
});
app.listen(3000);
