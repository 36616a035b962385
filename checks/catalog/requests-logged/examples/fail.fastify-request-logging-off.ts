import Fastify from 'fastify';

const app = Fastify({ logger: true, disableRequestLogging: true }); // <- finding
await app.listen({ port: 3000 });
