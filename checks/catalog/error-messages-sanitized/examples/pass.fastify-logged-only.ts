import Fastify from 'fastify';

const app = Fastify({ logger: true });
app.setErrorHandler((error, request, reply) => {
  request.log.error(error.message);
  reply.status(500).send({ message: 'Something went wrong.', requestId: request.id });
});
await app.listen({ port: 3000 });
