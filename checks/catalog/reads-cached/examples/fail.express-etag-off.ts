import express from 'express';
import { prisma } from './prisma.ts';

const app = express();
app.set('etag', false);
app.get('/exercises', async (_req, res) => res.json(await prisma.exercise.findMany({ take: 100 }))); // <- finding
app.listen(3000);
