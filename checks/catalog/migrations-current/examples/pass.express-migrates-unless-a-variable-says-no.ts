import express from 'express';
import knex from 'knex';

const db = knex({ client: 'pg', connection: process.env.DATABASE_URL });
const app = express();
app.get('/plans', async (_request, response) => {
  response.json(await db('plans').select('id').limit(20));
});

async function start() {
  if (process.env.MIGRATE_ON_START !== 'false') await db.migrate.latest();
  app.listen(3000);
}
start();
