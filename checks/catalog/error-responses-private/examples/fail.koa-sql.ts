import Koa from 'koa';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DATABASE_URL });
const app = new Koa();
app.use(async (ctx) => {
  const sql = 'select id, title from training_plans where owner = $1';
  try {
    ctx.body = (await pool.query(sql, [ctx.query.owner])).rows;
  } catch {
    ctx.status = 500;
    ctx.body = { detail: 'The query failed.', query: sql }; // <- finding
  }
});
app.listen(3000);
