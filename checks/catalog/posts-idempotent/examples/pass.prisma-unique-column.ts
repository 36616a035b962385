// A repeat is refused by the database: the address of a member is there only once.
import { PrismaClient } from '@prisma/client';
import express from 'express';

const prisma = new PrismaClient();
const app = express();
app.use(express.json());
app.post('/members', async (request, response) => {
  const { email, name } = request.body;
  response.status(201).json(await prisma.member.create({ data: { email, name } }));
});
app.listen(3000);
// file: prisma/schema.prisma
model Member {
  id    Int    @id @default(autoincrement())
  email String @unique
  name  String
}
