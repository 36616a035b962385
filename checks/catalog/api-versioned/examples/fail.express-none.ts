import express from 'express';

const app = express();
// One day: app.use('/api/v1', routes);
app.get('/api/plans', (_req, res) => { // <- finding
  res.json([]);
});
app.listen(3000);
