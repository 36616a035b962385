import fastify from 'fastify';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = fastify();
app.get('/orders', async () => prisma.order.findMany()); // <- finding
app.listen({ port: 3000 });
