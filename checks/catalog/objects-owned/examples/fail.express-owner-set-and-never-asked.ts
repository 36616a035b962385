// Whose the row becomes says nothing of whose it was.
import express from 'express';
import { expressjwt } from 'express-jwt';
import { PrismaClient } from '@prisma/client';

const db = new PrismaClient();
const app = express();
app.use(expressjwt({ secret: process.env.JWT_SECRET ?? '', algorithms: ['HS256'] }));
app.get('/api/plans/:planId', async (request, response) => {
  response.json(await db.plan.findFirst({ where: { id: request.params.planId, userId: request.auth.sub } }));
});
app.put('/api/plans/:planId', async (request, response) => { // <- finding
  const data = { title: request.body.title, userId: request.auth.sub };
  response.json(await db.plan.update({ where: { id: request.params.planId }, data }));
});
app.listen(3000);
