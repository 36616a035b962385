// A header that the service sends to somebody else admits nobody here.
import express from 'express';

const app = express();
app.post('/api/alerts', async (_request, response) => {
  await fetch('https://alerts.example.com', { method: 'POST', headers: { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' } });
  response.status(204).end();
});
app.listen(3000);
