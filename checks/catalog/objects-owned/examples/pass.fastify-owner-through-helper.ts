import fastify from 'fastify';
import { prisma } from './prisma.ts';
import { verifyJwt } from './auth.ts';

const owned = (request) => ({ userId: request.user.id });
const app = fastify();
app.get('/orders/:orderId', { preHandler: verifyJwt }, async (request) =>
  prisma.order.findFirstOrThrow({ where: { id: request.params.orderId, ...owned(request) } }),
);
app.listen({ port: 3000 });
