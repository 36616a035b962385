import Fastify from 'fastify';

const app = Fastify();
app.setErrorHandler((error, _request, reply) => {
  reply.status(500).send(error.stack); // <- finding
});
app.get('/api/plans', async () => ({ plans: [] }));
await app.listen({ port: 3000 });
