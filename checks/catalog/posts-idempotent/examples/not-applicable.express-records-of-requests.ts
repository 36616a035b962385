// All that is written is that somebody asked.
import { PrismaClient } from '@prisma/client';
import express from 'express';

const prisma = new PrismaClient();
const app = express();
app.use(express.json());
app.post('/reports/build', async (req, res) => {
  await prisma.accessLog.create({ data: { path: req.path } });
  res.json({ weeks: Number(req.body.weeks) * 7 });
});
app.listen(3000);
