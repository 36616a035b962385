import express from 'express';
import { Pool } from 'pg';

const pool = new Pool();
const app = express();
app.get('/plans', async (req, res) => {
  const { rows: plans } = await pool.query('SELECT id, title FROM plans LIMIT 50');
  const { rows: weeks } = await pool.query('SELECT plan_id, day FROM weeks WHERE plan_id = ANY($1)', [plans.map(({ id }) => id)]);
  for (const plan of plans) plan.weeks = weeks.filter((week) => week.plan_id === plan.id);
  res.json(plans);
});
app.listen(3000);
