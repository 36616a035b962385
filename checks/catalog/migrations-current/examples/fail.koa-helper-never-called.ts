import Koa from 'koa';
import knex from 'knex';

const db = knex({ client: 'pg' });
async function bringUpToDate(): Promise<void> {
  await db.migrate.latest(); // <- finding
}
const app = new Koa();
app.listen(3000);
