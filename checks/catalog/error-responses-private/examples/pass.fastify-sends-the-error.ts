import Fastify from 'fastify';

const app = Fastify();
// Fastify answers an error that is sent with its message and nothing else.
app.get('/api/plans', async (_request, reply) => {
  try {
    reply.send({ plans: [] });
  } catch (error) {
    reply.send(error);
  }
});
await app.listen({ port: 3000 });
