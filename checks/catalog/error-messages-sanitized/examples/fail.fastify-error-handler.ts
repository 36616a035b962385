import Fastify from 'fastify';

const app = Fastify();
app.setErrorHandler((error, _request, reply) => {
  reply.status(500).send({ message: error.message }); // <- finding
});
await app.listen({ port: 3000 });
