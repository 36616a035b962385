import express from 'express';
import { requireUser } from './auth.ts';
import { prisma } from './database.ts';

const app = express();
app.use(express.json());

app.get('/runs/:id', requireUser, async (req, res) => {
  const run = await prisma.run.findFirst({ where: { id: req.params.id, userId: req.user.id } });
  if (run === null) return res.sendStatus(404);
  res.json(run);
});

app.get('/runs/history', async (req, res) => { // <- finding
  res.json(await prisma.run.findMany({ where: { userId: req.query.userId }, take: 50 }));
});

app.delete('/users/:userId', async (req, res) => { // <- finding
  await prisma.user.delete({ where: { id: req.params.userId } });
  res.sendStatus(204);
});

app.get('/users/:userId', async (req, res) => {
  res.json(await prisma.user.findUnique({ where: { id: req.params.userId }, select: { name: true } }));
});

app.listen(3000);
