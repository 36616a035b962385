import express from 'express';
import { PrismaClient } from '@prisma/client';
import { authenticate } from './auth.ts';

const prisma = new PrismaClient();
const app = express();
app.use(authenticate);
app.get('/plans/:id', async (req, res) => {
  const plan = await prisma.plan.findFirst({ where: { id: req.params.id, userId: req.user.id } });
  if (!plan) return res.sendStatus(404);
  res.json(plan);
});
app.get('/plans/:id/export', async (req, res) => { // <- finding
  const plan = await prisma.plan.findUnique({ where: { id: req.params.id } });
  res.json(plan);
});
app.listen(3000);
