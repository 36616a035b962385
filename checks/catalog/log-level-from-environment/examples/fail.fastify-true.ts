import Fastify from 'fastify';

const app = Fastify({ logger: true }); // <- finding
app.log.info('made');
await app.listen({ port: 3000 });
