import fastify from 'fastify';
import { LRUCache } from 'lru-cache';
import { prisma } from './prisma.ts';

export const cache = new LRUCache({ max: 500, ttl: 60_000 });
const app = fastify();
app.get('/exercises', async () => prisma.exercise.findMany({ take: 100 })); // <- finding
app.listen({ port: 3000 });
