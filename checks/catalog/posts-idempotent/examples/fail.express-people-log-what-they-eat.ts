// What people log of themselves is what the service is for: each repeat is one more meal.
import { PrismaClient } from '@prisma/client';
import express from 'express';

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

app.post('/meals', async (req, res) => res.json(await prisma.mealLog.create({ data: { name: req.body.name } }))); // <- finding

app.listen(3000);
