import rateLimit from '@fastify/rate-limit';
import Fastify from 'fastify';

const app = Fastify(); // <- finding
await app.register(rateLimit, { global: false, max: 100 });
app.post('/api/generate', async () => ({}));
await app.listen({ port: 3000 });
