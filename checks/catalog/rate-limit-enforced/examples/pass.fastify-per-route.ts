import rateLimit from '@fastify/rate-limit';
import Fastify from 'fastify';

const app = Fastify();
await app.register(rateLimit, { global: false });
app.post('/api/generate', { config: { rateLimit: { max: 3, timeWindow: '1 minute' } } }, async () => ({}));
await app.listen({ port: 3000 });
