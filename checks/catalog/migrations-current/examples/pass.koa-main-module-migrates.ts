// What runs when the file is started brings the schema up to date, and then listens.
import knex from 'knex';
import Koa from 'koa';

const db = knex({ client: 'pg', connection: process.env.DATABASE_URL });

export const start = async (app: Koa) => {
  await db.migrate.latest({ directory: `${__dirname}/migrations` });
  app.listen(8000);
};

if (require.main === module) {
  const app = new Koa();
  app.use(async (ctx) => {
    ctx.body = await db('plans').select('id', 'name').limit(50);
  });
  start(app).catch((error) => {
    console.error(error);
    process.exit(1);
  });
}
