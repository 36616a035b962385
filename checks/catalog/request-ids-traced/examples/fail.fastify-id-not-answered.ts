import Fastify from 'fastify';

const app = Fastify({ logger: true, genReqId: () => crypto.randomUUID() }); // <- finding
await app.listen({ port: 3000 });
