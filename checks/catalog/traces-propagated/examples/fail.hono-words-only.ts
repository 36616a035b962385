// Distributed tracing: OpenTelemetry and traceparent are described in docs/tracing.md.
import { Hono } from 'hono';
import pino from 'pino';

const log = pino({ level: 'trace' });
const app = new Hono(); // <- finding
app.use(async (c, next) => {
  const traceId = crypto.randomUUID();
  log.trace({ traceId }, 'begun');
  c.header('X-Trace-Id', traceId);
  await next();
});
app.get('/v1/plans', (c) => c.json([]));
export default app;
