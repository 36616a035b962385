import Fastify from 'fastify';

class UserError extends Error {
  statusCode = 400;
}

const app = Fastify();
app.setErrorHandler((error, request, reply) => {
  if (error instanceof UserError) {
    reply.send(error);
    return;
  }
  request.log.error(error);
  reply.status(500).send({ title: 'Something went wrong.' });
});
await app.listen({ port: 3000 });
