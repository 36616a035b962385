import Fastify from 'fastify';

const app = Fastify({ logger: true });
app.get('/api/plans', async () => {
  process.stdout.write('reading plans\n'); // <- finding
  return { plans: [] };
});
await app.listen({ port: 3000 });
