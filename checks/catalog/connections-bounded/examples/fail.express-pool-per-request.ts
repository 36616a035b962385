import express from 'express';
import { Pool } from 'pg';

const app = express();
app.get('/api/plans', async (_req, res) => {
  const pool = new Pool({ connectionString: process.env.DATABASE_URL }); // <- finding
  const { rows } = await pool.query('select id from plans');
  res.json(rows);
});
app.listen(3000);
