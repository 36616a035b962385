import Fastify from 'fastify';
import { Redis } from 'ioredis';

const app = Fastify();
const redis = new Redis(process.env.REDIS_URL);

app.addHook('onRequest', async (_request, reply) => {
  const minute = Math.floor(Date.now() / 60_000);
  const key = `requests:${minute}`;
  const count = await redis.incr(key); // <- finding
  redis.expire(key, 120);
  if (count > 6000) return reply.status(429).send({ error: 'Try again in a minute.' });
});
app.get('/plans', async () => ({ plans: [] }));
await app.listen({ port: 3000 });
