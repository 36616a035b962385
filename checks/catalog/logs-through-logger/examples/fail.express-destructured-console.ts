import express from 'express';

const { log, error: complain } = console;
const app = express();
app.get('/api/plans', (_request, response) => {
  log('plans'); // <- finding
  if (response.headersSent) complain('late'); // <- finding
  response.json({ plans: [] });
});
app.listen(3000);
