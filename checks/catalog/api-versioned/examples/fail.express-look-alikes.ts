import express from 'express';

const app = express();
app.get('/api/version', (_req, res) => {
  res.json({ version: 'v1' });
});
// "v" is no version, "/video1" neither.
app.get('/api/v/plans', (_req, res) => { // <- finding
  res.json([]);
});
app.get('/video1/list', (_req, res) => {
  res.json([]);
});
app.listen(3000);
