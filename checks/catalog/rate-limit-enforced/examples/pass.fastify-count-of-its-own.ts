import Fastify from 'fastify';
import { Redis } from 'ioredis';

const app = Fastify();
const redis = new Redis(process.env.REDIS_URL);

app.addHook('onRequest', async (request, reply) => {
  const minute = Math.floor(Date.now() / 60_000);
  const key = `requests:${request.ip}:${minute}`;
  const count = await redis.incr(key);
  redis.expire(key, 120);
  if (count > 60) return reply.status(429).header('Retry-After', '60').send({ error: 'Try again in a minute.' });
});
app.get('/plans', async () => ({ plans: [] }));
await app.listen({ port: 3000 });
