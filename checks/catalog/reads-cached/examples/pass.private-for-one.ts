import express from 'express';
import { requireUser } from './auth.ts';
import { prisma } from './prisma.ts';

const app = express();
app.get('/me/plans', requireUser, async (req, res) => {
  res.set('Cache-Control', 'private, max-age=60');
  res.json(await prisma.plan.findMany({ where: { userId: req.user.id } }));
});
app.get('/exercises', async (_req, res) => {
  res.set('Cache-Control', 'public, max-age=300');
  res.json(await prisma.exercise.findMany({ take: 100 }));
});
app.listen(3000);
