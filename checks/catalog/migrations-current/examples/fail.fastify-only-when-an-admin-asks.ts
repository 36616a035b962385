import fastify from 'fastify';
import knex from 'knex';

const db = knex({ client: 'pg', connection: process.env.DATABASE_URL });
const app = fastify(); // <- finding
app.post('/admin/migrate', async () => {
  const [, names] = await db.migrate.latest();
  return { names };
});
app.get('/readyz', async () => {
  await db.raw('SELECT 1');
  return { status: 'ok', docs: 'pending migrations: see schema_migrations' };
});
await app.listen({ port: 3000 });
