import express from 'express';
import { auth } from 'express-oauth2-jwt-bearer';
import { requireUser } from './auth.ts';
import { prisma } from './database.ts';

const app = express();
app.get('/stats/:userId/weekly', auth({ audience: 'https://api.example.com' }), async (req, res) => {
  if (req.auth.payload.sub !== req.params.userId) return res.sendStatus(404);
  res.json(await prisma.run.findMany({ where: { userId: req.params.userId }, take: 50 }));
});
app.get('/health/runs', async (req, res) => {
  res.json(await prisma.run.count({ where: { userId: req.query.userId } }));
});
app.get('/runs/:id', requireUser, async (req, res) => {
  const run = await prisma.run.findFirst({ where: { id: req.params.id, userId: req.user.id } });
  if (run === null) return res.sendStatus(404);
  res.json(run);
});
app.listen(3000);
