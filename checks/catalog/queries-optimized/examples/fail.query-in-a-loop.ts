import express from 'express';
import { Pool } from 'pg';

const pool = new Pool();
const app = express();
app.get('/plans', async (req, res) => {
  const { rows: plans } = await pool.query('SELECT id, title FROM plans LIMIT 50');
  for (const plan of plans) {
    const { rows } = await pool.query('SELECT id, day FROM weeks WHERE plan_id = $1', [plan.id]); // <- finding
    plan.weeks = rows;
  }
  res.json(plans);
});
app.listen(3000);
