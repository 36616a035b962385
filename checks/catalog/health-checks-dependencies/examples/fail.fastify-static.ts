import Fastify from 'fastify';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = Fastify();
app.route({ // <- finding
  method: 'GET',
  url: '/health',
  handler: async () => ({ status: 'ok' }),
});
app.get('/plans', () => prisma.plan.findMany({ take: 20 }));
await app.listen({ port: 3000 });
