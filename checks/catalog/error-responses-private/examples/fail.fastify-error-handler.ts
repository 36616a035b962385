import Fastify from 'fastify';

const app = Fastify();
app.setErrorHandler((error, request, reply) => {
  reply.status(500).send({ detail: 'Something went wrong.', stack: error.stack, body: request.body }); // <- finding
});
app.post('/api/plans', async () => ({ plans: [] }));
await app.listen({ port: 3000 });
