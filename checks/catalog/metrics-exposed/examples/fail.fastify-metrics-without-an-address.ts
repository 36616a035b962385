import Fastify from 'fastify';
import fastifyMetrics from 'fastify-metrics';

const app = Fastify();
await app.register(fastifyMetrics, { endpoint: null }); // <- finding
app.get('/v1/plans/:id', async (request) => ({ id: request.params.id }));
await app.listen({ port: 3000 });
