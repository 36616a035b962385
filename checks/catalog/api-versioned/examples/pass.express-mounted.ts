// file: main.ts
import express from 'express';
import { routes } from './routes.ts';

const app = express();
app.get('/healthz', (_req, res) => {
  res.json({ ok: true });
});
app.use('/api/v1', routes);
app.listen(3000);
// file: routes.ts
import { Router } from 'express';

export const routes = Router();
routes.get('/plans', (_req, res) => {
  res.json([]);
});
