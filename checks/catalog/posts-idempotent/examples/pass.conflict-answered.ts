import express from 'express';
import { pool } from './pool.ts';

const app = express();
app.post('/members', async (req, res) => {
  try {
    await pool.query('INSERT INTO members (team, user_id) VALUES ($1, $2)', [req.body.team, req.user.id]);
    res.sendStatus(201);
  } catch (error) {
    if (error.code === '23505') return res.sendStatus(200);
    throw error;
  }
});
app.listen(3000);
