import express from 'express';
import helmet from 'helmet';

const app = express();
app.get('/api/plans', (_req, res) => {
  res.json([]);
});
app.use(helmet()); // <- finding
app.listen(3000);
