// Each answer is an event, and who keeps the metrics listens to it.
import { EventEmitter } from 'node:events';
import express, { type NextFunction, type Request, type Response } from 'express';
import { register, Summary, type SummaryConfiguration } from 'prom-client';

const ANSWERED = 'answered';
const bus = new EventEmitter();

const createSummary = (options: SummaryConfiguration<string>) => new Summary(options);
const duration = createSummary({ name: 'http_request_duration_milliseconds', help: 'Time to answer', labelNames: ['route', 'method', 'status'] });
bus.on(ANSWERED, ({ route, method, status, time }) => {
  duration.labels(route, method, status).observe(time);
});

function timed(request: Request, response: Response, next: NextFunction) {
  const started = performance.now();
  response.once('finish', () => {
    bus.emit(ANSWERED, { route: request.route?.path, method: request.method, status: response.statusCode, time: performance.now() - started });
  });
  next();
}

const app = express();
app.use(timed);
app.get('/plans', (_request, response) => response.json([]));
app.get('/metrics', async (_request, response) => {
  response.set('Content-Type', register.contentType);
  response.end(await register.metrics());
});
app.listen(3000);
