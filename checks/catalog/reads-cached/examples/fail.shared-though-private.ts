import express from 'express';
import { requireUser } from './auth.ts';
import { prisma } from './prisma.ts';

const app = express();
app.get('/me/plans', requireUser, async (req, res) => {
  res.set('Cache-Control', 'public, max-age=300'); // <- finding
  res.json(await prisma.plan.findMany({ where: { userId: req.user.id } }));
});
app.listen(3000);
