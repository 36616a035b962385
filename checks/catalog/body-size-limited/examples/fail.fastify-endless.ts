import Fastify from 'fastify';

const app = Fastify({ bodyLimit: Number.MAX_SAFE_INTEGER }); // <- finding
app.post('/api/plans', async () => ({}));
await app.listen({ port: 3000 });
