import { PrismaClient } from '@prisma/client';
import express from 'express';

const app = express();
app.use((req, _res, next) => {
  req.prisma = new PrismaClient(); // <- finding
  next();
});
app.get('/api/plans', async (req, res) => {
  res.json(await req.prisma.plan.findMany());
});
app.listen(3000);
