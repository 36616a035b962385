import express from 'express';

const app = express();
app.get('/api/plans', (_request, response) => {
  Promise.reject(new Error('no plans')).catch(console.error); // <- finding
  response.json({ plans: [] });
});
app.listen(3000);
