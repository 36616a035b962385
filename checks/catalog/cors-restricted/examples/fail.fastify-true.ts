import fastifyCors from '@fastify/cors';
import Fastify from 'fastify';

const app = Fastify();
await app.register(fastifyCors, { origin: true, credentials: true }); // <- finding
app.get('/api/plans', async () => ({ plans: [] }));
await app.listen({ port: 3000 });
