// file: server.ts
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express(); // <- finding
app.get('/healthz', async (_request, response) => {
  await prisma.$queryRaw`SELECT 1`;
  response.json({ status: 'ok' });
});
app.listen(3000);
// file: package.json
{
  "name": "plans",
  "scripts": { "start": "node server.ts", "db:migrate": "prisma migrate deploy", "db:seed": "node seed.ts" },
  "dependencies": { "express": "5.1.0", "@prisma/client": "6.5.0" }
}
