import Fastify from 'fastify';
import client from 'prom-client';

const app = Fastify();
const duration = new client.Histogram({ // <- finding
  name: 'http_request_duration_seconds',
  help: 'Time to answer.',
  labelNames: ['method', 'route', 'status'],
});
app.addHook('onResponse', async (request, reply) => {
  duration.observe({ method: request.method, route: request.routeOptions.url, status: reply.statusCode }, reply.elapsedTime / 1000);
});
if (process.env.NODE_ENV !== 'production') {
  app.get('/metrics', async (_request, reply) => {
    reply.type(client.register.contentType);
    return client.register.metrics();
  });
}
await app.listen({ port: 3000 });
