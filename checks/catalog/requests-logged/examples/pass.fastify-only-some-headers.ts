// A helper goes through all headers and keeps those of a list.
import Fastify from 'fastify';
import pino from 'pino';

const logger = pino();
const kept = new Set(['accept', 'user-agent', 'content-length']);

function someOf(headers: Record<string, unknown>) {
  const found: Record<string, string> = {};
  for (const name in headers) {
    if (kept.has(name)) {
      found[name] = `${headers[name]}`;
    }
  }
  return found;
}

const app = Fastify();
app.addHook('onResponse', async (request, reply) => {
  logger.info({
    requestId: request.id,
    method: request.method,
    route: request.routeOptions.url,
    headers: someOf(request.headers),
    statusCode: reply.statusCode,
    durationMs: reply.elapsedTime,
  });
});
app.get('/plans', () => []);
await app.listen({ port: 3000 });
