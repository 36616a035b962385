import express from 'express';

const app = express();
app.get('/api/plans', (request, response) => {
  console.log('plans for', request.ip); // <- finding
  response.json({ plans: [] });
});
app.listen(3000, () => console.info('listening')); // <- finding
