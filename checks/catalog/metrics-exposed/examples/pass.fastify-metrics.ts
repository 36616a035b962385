import Fastify from 'fastify';
import fastifyMetrics from 'fastify-metrics';

const app = Fastify();
await app.register(fastifyMetrics, { endpoint: '/metrics' });
await app.listen({ port: 3000 });
