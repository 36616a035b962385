import express from 'express';
import { prisma } from './prisma.ts';

const app = express();
app.post('/plans', async (req, res) => {
  const existing = await prisma.plan.findUnique({ where: { profileId: req.body.profileId } });
  if (existing) return res.json(existing);
  res.json(await prisma.plan.create({ data: { profileId: req.body.profileId } }));
});
app.listen(3000);
