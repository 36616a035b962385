import express from 'express';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const app = express();
app.get('/api/plans', async (_req, res) => {
  // Not here: new Pool()
  res.json((await pool.query('select id from plans')).rows);
});
app.listen(3000);
