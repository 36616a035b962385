import Fastify from 'fastify';

const app = Fastify({ logger: { transport: { target: 'pino-pretty', options: { colorize: true } } } }); // <- finding
await app.listen({ port: 3000 });
