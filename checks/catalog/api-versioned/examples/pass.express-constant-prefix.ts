import express, { Router } from 'express';

const API_VERSION = 'v2';
const routes = Router();
routes.get('/plans', (_req, res) => {
  res.json([]);
});
const app = express();
app.use(`/api/${API_VERSION}`, routes);
app.listen(3000);
