import express from 'express';
import { prisma } from './prisma.ts';

const app = express();
app.get('/users', async (req, res) => {
  const users = await prisma.user.findMany({ take: 50 });
  res.json(await Promise.all(users.map(async (user) => ({ ...user, plans: await prisma.plan.count({ where: { userId: user.id } }) })))); // <- finding
});
app.listen(3000);
