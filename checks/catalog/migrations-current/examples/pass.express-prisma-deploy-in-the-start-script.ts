// file: server.ts
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();
app.get('/plans', async (_request, response) => response.json(await prisma.plan.findMany({ take: 20 })));
app.listen(3000);
// file: package.json
{
  "name": "plans",
  "scripts": { "start": "prisma migrate deploy && node server.ts" },
  "dependencies": { "express": "5.1.0", "@prisma/client": "6.5.0" }
}
