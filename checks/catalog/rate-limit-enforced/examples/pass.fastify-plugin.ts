import rateLimit from '@fastify/rate-limit';
import Fastify from 'fastify';

const app = Fastify();
await app.register(rateLimit, { max: 100, timeWindow: '1 minute' });
app.post('/api/generate', async () => ({}));
await app.listen({ port: 3000 });
