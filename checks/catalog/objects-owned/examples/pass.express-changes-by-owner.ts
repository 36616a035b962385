// Rows are changed by their id and their owner, as Prisma, Sequelize and TypeORM spell it.
import express from 'express';
import { expressjwt } from 'express-jwt';
import { PrismaClient } from '@prisma/client';
import { DataTypes, Sequelize } from 'sequelize';

const db = new PrismaClient();
const Note = new Sequelize(process.env.DATABASE_URL ?? '').define('note', { text: DataTypes.TEXT, userId: DataTypes.UUID });
const app = express();
app.use(expressjwt({ secret: process.env.JWT_SECRET ?? '', algorithms: ['HS256'] }));
app.put('/api/plans/:planId', async (request, response) => {
  const where = { id: request.params.planId, userId: request.auth.sub };
  response.json(await db.plan.updateMany({ where, data: { title: request.body.title } }));
});
app.put('/api/notes/:noteId', async (request, response) => {
  const { noteId } = request.params;
  response.json(await Note.update({ text: request.body.text }, { where: { id: noteId, userId: request.auth.sub } }));
});
app.listen(3000);
