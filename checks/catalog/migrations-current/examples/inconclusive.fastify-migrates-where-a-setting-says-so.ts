// The settings come from a package that nobody here knows.
import Fastify from 'fastify';
import knex from 'knex';
import { load } from 'some-settings';

const conf = load();
const db = knex({ client: 'pg', connection: conf.database.url });

async function prepare() {
  if (conf.database.migrateOnBoot) {
    await db.migrate.latest();
  }
}

const app = Fastify();
app.get('/plans', async () => db('plans').select('id').limit(20));
await prepare();
await app.listen({ port: 3000 });
