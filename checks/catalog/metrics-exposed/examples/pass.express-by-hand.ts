import express from 'express';
import client from 'prom-client';

const duration = new client.Histogram({ name: 'http_request_duration_seconds', help: 'Duration', labelNames: ['method', 'route', 'status'] });
const app = express();
app.use((request, response, next) => {
  const startedAt = performance.now();
  response.on('finish', () => {
    duration.observe({ method: request.method, route: request.route?.path ?? 'none', status: response.statusCode }, (performance.now() - startedAt) / 1000);
  });
  next();
});
app.get('/metrics', async (_request, response) => {
  response.type(client.register.contentType).send(await client.register.metrics());
});
app.listen(3000);
