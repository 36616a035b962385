// What is kept is one half of a handshake, and no read of the database.
import { PrismaClient } from '@prisma/client';
import Fastify from 'fastify';
import { LRUCache } from 'lru-cache';

const prisma = new PrismaClient();
const states = new LRUCache<string, { verifier: string }>({ max: 500, ttl: 300_000 });
const server = Fastify();

server.get('/auth/oidc/callback', async (request, reply) => {
  const kept = states.get(request.query.state);
  if (!kept) return reply.code(400).send('expired');
  return prisma.user.findUnique({ where: { email: request.query.email } });
});

server.get('/plans', () => prisma.plan.findMany({ take: 20 })); // <- finding

await server.listen({ port: 3000 });
