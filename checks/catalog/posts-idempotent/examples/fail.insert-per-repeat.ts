import express from 'express';
import { prisma } from './prisma.ts';

const app = express();
app.post('/orders', async (req, res) => { // <- finding
  res.json(await prisma.order.create({ data: { userId: req.user.id, items: req.body.items } }));
});
app.listen(3000);
