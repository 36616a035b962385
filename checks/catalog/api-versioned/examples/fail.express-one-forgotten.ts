import express, { Router } from 'express';

const v1 = Router();
v1.get('/plans', (_req, res) => {
  res.json([]);
});
const app = express();
app.use('/api/v1', v1);
app.post('/api/login', (_req, res) => { // <- finding
  res.json({});
});
app.listen(3000);
