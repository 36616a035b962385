import Koa from 'koa';
import { createPool } from 'mysql2/promise';

function createApp(pool: ReturnType<typeof createPool>) {
  const app = new Koa();
  app.use(async (ctx) => {
    const [rows] = await pool.query('select id from plans');
    ctx.body = rows;
  });
  return app;
}

async function main() {
  const pool = createPool({ uri: process.env.DATABASE_URL, connectionLimit: 10 });
  createApp(pool).listen(3000);
}
await main();
