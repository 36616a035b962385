import express from 'express';
import helmet from 'helmet';

const app = express(); // <- finding
app.disable('x-powered-by');
app.use(helmet.noSniff());
app.use(helmet.frameguard());
app.get('/api/plans', (_req, res) => {
  res.json([]);
});
app.listen(3000);
