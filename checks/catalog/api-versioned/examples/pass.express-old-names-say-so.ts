import express, { Router } from 'express';

const list = (_req, res) => {
  res.json([]);
};
const old = (_req, res, next) => {
  res.setHeader('Deprecation', '@1735689600');
  res.setHeader('Sunset', 'Thu, 31 Dec 2026 23:59:59 GMT');
  next();
};
const v1 = Router();
v1.get('/plans', list);
const app = express();
app.use('/api/v1', v1);
app.get('/api/plans', old, list);
app.listen(3000);
