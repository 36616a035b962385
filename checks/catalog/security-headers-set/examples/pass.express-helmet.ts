import express from 'express';
import helmet from 'helmet';

const app = express();
app.use(helmet({ contentSecurityPolicy: false }));
app.get('/api/plans', (_req, res) => {
  res.json([]);
});
app.listen(3000);
