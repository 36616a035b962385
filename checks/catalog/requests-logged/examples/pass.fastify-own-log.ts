import Fastify from 'fastify';

const app = Fastify({ logger: { level: 'info' } });
await app.listen({ port: 3000 });
