import express from 'express';

export const config = {
  debug: process.env.DEBUG !== 'false', // <- finding
  port: 3000,
};
const app = express();
app.get('/api/plans', (_req, res) => {
  res.json(config.debug ? { trace: [] } : {});
});
app.listen(config.port);
