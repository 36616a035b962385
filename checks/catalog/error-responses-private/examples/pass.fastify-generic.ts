import Fastify from 'fastify';

const app = Fastify({ logger: true });
app.setErrorHandler((error, request, reply) => {
  request.log.error({ stack: error.stack, body: request.body }, 'failed');
  reply.status(500).send({ detail: 'Something went wrong.' });
});
app.get('/api/plans', async () => ({ plans: [] }));
await app.listen({ port: 3000 });
