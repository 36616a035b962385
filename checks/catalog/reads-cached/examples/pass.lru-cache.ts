import fastify from 'fastify';
import { LRUCache } from 'lru-cache';
import { prisma } from './prisma.ts';

const cache = new LRUCache({ max: 500, ttl: 60_000 });
const app = fastify();
app.get('/exercises', async () => {
  const kept = cache.get('exercises');
  if (kept) return kept;
  const found = await prisma.exercise.findMany({ take: 100 });
  cache.set('exercises', found);
  return found;
});
app.listen({ port: 3000 });
