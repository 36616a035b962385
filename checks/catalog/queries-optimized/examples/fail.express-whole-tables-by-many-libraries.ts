import { neon } from '@neondatabase/serverless';
import express from 'express';
import knexOf from 'knex';
import { Model } from 'objection';
import postgres from 'postgres';

const knex = knexOf({ client: 'pg', connection: process.env.DATABASE_URL });
const sql = postgres(process.env.DATABASE_URL ?? '');
const edge = neon(process.env.DATABASE_URL ?? '');
class Plan extends Model {
  static tableName = 'plans';
}

const app = express();
app.get('/api/plans', async (_request, response) => response.json(await Plan.query())); // <- finding
app.get('/api/plans/:id', async (request, response) => response.json(await Plan.query().findById(request.params.id)));
app.post('/api/plans/:id/mail', async (request, response) => {
  const plan = await Plan.query().findById(request.params.id);
  await plan.sendMail();
  response.sendStatus(204);
});
app.get('/api/weeks', async (_request, response) => response.json(await sql`select id, title from weeks`)); // <- finding
app.get('/api/weeks/:id', async (request, response) => response.json(await sql`select id from weeks where id = ${request.params.id}`));
app.get('/api/days', async (_request, response) => response.json(await edge`select id, title from days`)); // <- finding
app.get('/api/notes', async (_request, response) => response.json(await knex.select('*').from('notes'))); // <- finding
app.get('/api/notes/:id', async (request, response) => response.json(await knex('notes').where({ id: request.params.id }).select('id')));
app.listen(3000);
