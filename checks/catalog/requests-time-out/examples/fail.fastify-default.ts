import Fastify from 'fastify';

const app = Fastify({ logger: true }); // <- finding
app.get('/api/plans', async () => ({ plans: [] }));
await app.listen({ port: 3000 });
