import express from 'express';
import client from 'prom-client';

export const duration = new client.Histogram({ name: 'http_request_duration_seconds', help: 'Duration', labelNames: ['method', 'route'] }); // <- finding
const app = express();
app.get('/metrics', async (_request, response) => {
  response.send(await client.register.metrics());
});
app.listen(3000);
