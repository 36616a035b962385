// Where nobody names a database, a file beside the service is one.
import { PrismaClient } from '@prisma/client';
import express from 'express';

const address = process.env.DATABASE_URL || 'file:../data/plans.db?connection_limit=1';
const prisma = new PrismaClient({ datasources: { db: { url: address } } });

const app = express();
app.get('/plans', async (_request, response) => response.json(await prisma.plan.findMany({ take: 20 })));
app.listen(3000);
