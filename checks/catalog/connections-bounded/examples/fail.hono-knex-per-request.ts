import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import knex from 'knex';

const app = new Hono();
app.get('/plans', async (c) => {
  const database = knex({ client: 'pg', connection: process.env.DATABASE_URL, pool: { min: 0, max: 5 } }); // <- finding
  return c.json(await database('plans').select('id'));
});
serve({ fetch: app.fetch, port: 3000 });
