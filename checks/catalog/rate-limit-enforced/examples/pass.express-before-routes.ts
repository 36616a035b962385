import express from 'express';
import { rateLimit } from 'express-rate-limit';
import { routes } from './routes.ts';

const app = express();
app.set('trust proxy', 1);
app.use(rateLimit({ windowMs: 60_000, limit: 100 }));
app.use('/api', routes);
app.get('/health', (_req, res) => {
  res.json({ ok: true });
});
app.listen(3000);
// file: routes.ts
import { Router } from 'express';

export const routes = Router();
routes.post('/generate', (_req, res) => {
  res.json({});
});
