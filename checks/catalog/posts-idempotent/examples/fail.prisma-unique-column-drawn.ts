// The only column that is there once is drawn anew for each request.
import { randomUUID } from 'node:crypto';
import { PrismaClient } from '@prisma/client';
import express from 'express';

const prisma = new PrismaClient();
const app = express();
app.use(express.json());
app.post('/plans', async (request, response) => { // <- finding
  response.status(201).json(await prisma.plan.create({ data: { code: randomUUID(), title: request.body.title } }));
});
app.listen(3000);
// file: prisma/schema.prisma
model Plan {
  id    Int    @id @default(autoincrement())
  code  String @unique
  title String
}
