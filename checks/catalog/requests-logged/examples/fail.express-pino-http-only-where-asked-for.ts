// The access log is off unless a variable switches it on: in most deployments nobody does.
import express from 'express';
import pinoHttp from 'pino-http';

function options() {
  const asked = process.env.LOG_REQUESTS === 'true';
  return { redact: ['req.headers'], autoLogging: asked ? { ignore: (request) => request.url === '/healthz' } : false };
}

const app = express();
app.use(pinoHttp(options())); // <- finding
app.get('/plans', (_request, response) => response.json([]));
app.listen(3000);
