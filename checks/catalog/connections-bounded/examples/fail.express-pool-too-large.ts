import express from 'express';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 5000 }); // <- finding
const app = express();
app.get('/api/plans', async (_req, res) => {
  res.json((await pool.query('select id from plans')).rows);
});
app.listen(3000);
