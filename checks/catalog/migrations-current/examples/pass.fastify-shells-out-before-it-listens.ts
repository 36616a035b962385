import { exec } from 'node:child_process';
import { PrismaClient } from '@prisma/client';
import Fastify from 'fastify';

const prisma = new PrismaClient();
const server = Fastify({ logger: true });
server.get('/plans', () => prisma.plan.findMany({ take: 20 }));

const start = async () => {
  await new Promise<void>((resolve, reject) => {
    exec('npx prisma migrate deploy', (error) => (error ? reject(error) : resolve()));
  });
  await server.listen({ port: 3000 });
};

start();
