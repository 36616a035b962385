import express from 'express';
import { prisma } from './prisma.ts';

const app = express();
app.post('/search', async (req, res) => res.json(await prisma.plan.findMany({ where: { title: req.body.title } })));
app.put('/plans/:id', async (req, res) => res.json(await prisma.plan.create({ data: req.body })));
app.listen(3000);
