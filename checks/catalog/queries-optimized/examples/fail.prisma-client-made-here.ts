// The client that `prisma generate` writes into the source folder, and that nobody commits.
import express from 'express';
import { PrismaClient } from '@/generated/prisma/client';

const prisma = new PrismaClient();
const app = express();

app.get('/plans', async (_request, response) => {
  response.json(await prisma.plan.findMany()); // <- finding
});

app.get('/weeks/:id', async (request, response) => {
  response.json(await prisma.week.findMany({ where: { planId: request.params.id }, take: 20 }));
});

app.listen(3000);
