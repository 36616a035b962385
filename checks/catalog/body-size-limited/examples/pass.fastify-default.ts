import Fastify from 'fastify';

const app = Fastify({ logger: true });
app.post('/api/plans', async () => ({}));
await app.listen({ port: 3000 });
