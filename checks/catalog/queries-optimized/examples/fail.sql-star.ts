import express from 'express';
import { Pool } from 'pg';

const pool = new Pool();
const app = express();
app.get('/me', async (req, res) => {
  const { rows } = await pool.query('SELECT * FROM users WHERE id = $1', [req.user.id]); // <- finding
  res.json(rows[0]);
});
app.listen(3000);
