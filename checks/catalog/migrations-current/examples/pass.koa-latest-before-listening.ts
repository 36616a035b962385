import Koa from 'koa';
import knex from 'knex';

const db = knex({ client: 'pg' });
const app = new Koa();
async function start(): Promise<void> {
  await db.migrate.latest();
  app.listen(3000);
}
await start();
