const express = require('express');
const client = require('prom-client');

const duration = new client.Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time to answer.',
  labelNames: ['method', 'route', 'code'],
});
const app = express();
app.use((req, res, next) => {
  const end = duration.startTimer();
  res.on('finish', () => {
    end({ method: req.method, route: req.route ? req.baseUrl + req.route.path : 'none', code: res.statusCode });
  });
  next();
});
app.get('/metrics', async (_req, res) => {
  res.set('Content-Type', client.register.contentType);
  res.end(await client.register.metrics());
});
app.listen(3000);
