import fastifyCors from '@fastify/cors';
import Fastify from 'fastify';

const app = Fastify();
app.register(fastifyCors, {
  credentials: true,
  origin: (_origin, callback) => callback(null, true), // <- finding
});
app.get('/api/plans', async () => ({ plans: [] }));
app.listen({ port: 3000 });
