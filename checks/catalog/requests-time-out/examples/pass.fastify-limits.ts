import Fastify from 'fastify';

const app = Fastify({
  requestTimeout: 20_000,
  connectionTimeout: 30_000,
  http: { headersTimeout: 10_000, connectionsCheckingInterval: 1_000 },
});
app.get('/api/plans', async () => ({ plans: [] }));
await app.listen({ port: 3000 });
