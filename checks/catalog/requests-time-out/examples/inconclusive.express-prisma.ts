import { createServer } from 'node:http';
import { PrismaClient } from '@prisma/client';
import express from 'express';

// Whether a query may take for ever stands in the URL that Prisma reads by itself (socket_timeout).
const prisma = new PrismaClient();
const app = express();
app.get('/plans', async (_request, response) => response.json(await prisma.plan.findMany({ take: 10 })));
createServer({ requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 }, app).listen(3000);
