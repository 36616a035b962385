import express from 'express';
import { prisma } from './prisma.ts';

const app = express();
app.get('/plans', async (req, res) => {
  const plans = await prisma.plan.findMany({ where: { userId: req.user.id } });
  const wanted = [];
  for (const id of req.query.ids) wanted.push(plans.find((plan) => plan.id === id));
  res.json(wanted);
});
app.listen(3000);
