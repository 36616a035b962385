import Fastify from 'fastify';
import { authenticate } from './auth.ts';
import { prisma } from './prisma.ts';

const app = Fastify();
app.get('/v1/me/workouts', { preHandler: [authenticate] }, async (request, reply) => {
  reply.header('cache-control', 'public, max-age=60, s-maxage=600'); // <- finding
  return prisma.workout.findMany({ where: { userId: request.user.id }, take: 50 });
});
await app.listen({ port: 3000 });
// file: auth.ts
import { verify } from './tokens.ts';

export async function authenticate(request, reply) {
  request.user = await verify(request.headers.authorization);
  if (!request.user) return reply.code(401).send();
}
// file: prisma.ts
import { PrismaClient } from '@prisma/client';

export const prisma = new PrismaClient();
