import Fastify from 'fastify';
import { LRUCache } from 'lru-cache';
import { prisma } from './prisma.ts';
import { verify } from './tokens.ts';

const users = new LRUCache<string, object>({ max: 500, ttl: 60_000 });
const app = Fastify();
app.addHook('onRequest', async (request) => {
  const token = request.headers.authorization ?? '';
  request.user = users.get(token) ?? (await verify(token));
  users.set(token, request.user);
});
app.get('/v1/exercises', async () => prisma.exercise.findMany({ take: 100 })); // <- finding
await app.listen({ port: 3000 });
// file: prisma.ts
import { PrismaClient } from '@prisma/client';

export const prisma = new PrismaClient();
