import express from 'express';
import { limits } from 'company-settings';

const app = express();
app.use(express.json(limits));
app.post('/api/plans', (_req, res) => {
  res.json({});
});
app.listen(3000);
