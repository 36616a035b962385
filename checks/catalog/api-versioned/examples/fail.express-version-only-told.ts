import express from 'express';

const app = express();
app.use((_request, response, next) => {
  response.setHeader('X-API-Version', '1.4.0');
  next();
});
app.get('/plans', (_request, response) => response.json([])); // <- finding
app.listen(3000);
