import express from 'express';
import { Histogram } from 'prom-client';

const duration = new Histogram({ name: 'http_request_duration_seconds', help: 'Duration', labelNames: ['method', 'route'] }); // <- finding
const app = express();
app.use((request, response, next) => {
  const end = duration.startTimer();
  response.on('finish', () => end({ method: request.method, route: request.route?.path }));
  next();
});
app.listen(3000);
