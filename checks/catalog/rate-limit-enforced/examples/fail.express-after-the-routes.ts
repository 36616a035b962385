import express from 'express';
import { rateLimit } from 'express-rate-limit';

const app = express();
app.use(express.json());
app.post('/api/login', (req, res) => {
  res.json({ token: 'x' });
});
app.get('/api/plans', (_req, res) => {
  res.json([]);
});
// Too late: Express has answered by then.
app.use(rateLimit({ windowMs: 60_000, limit: 100 })); // <- finding
app.listen(3000);
