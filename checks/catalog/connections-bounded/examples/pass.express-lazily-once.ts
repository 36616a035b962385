import express from 'express';
import { Pool } from 'pg';

let pool: Pool | undefined;
function database() {
  if (!pool) pool = new Pool({ connectionString: process.env.DATABASE_URL });
  return pool;
}
const app = express();
app.get('/api/plans', async (_req, res) => {
  res.json((await database().query('select id from plans')).rows);
});
app.listen(3000);
