import Fastify from 'fastify';

const app = Fastify({ logger: { level: 'info' } });
app.get('/api/plans', async (request) => {
  request.log.info('reading plans');
  return { plans: [] };
});
await app.listen({ port: 3000 });
app.log.info('listening');
