import Fastify from 'fastify';

const app = Fastify({ logger: true, requestIdHeader: 'x-request-id' });
app.addHook('onSend', async (request, reply) => {
  reply.header('x-request-id', request.id);
});
await app.listen({ port: 3000 });
