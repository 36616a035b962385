import bodyParser from 'body-parser';
import express from 'express';

const MEGABYTE = 1024 * 1024;
const settings = { limit: 200 * MEGABYTE };
const app = express();
app.use(bodyParser.json({ ...settings, strict: true })); // <- finding
app.post('/api/plans', (_req, res) => {
  res.json({});
});
app.listen(3000);
