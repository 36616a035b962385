import express from 'express';
import { pool } from './pool.ts';

const app = express(); // <- finding
// Steps, weight and pulse of a user: no histogram of requests, and nothing for Prometheus.
app.get('/metrics', async (request, response) => {
  const metrics = await pool.query('SELECT steps, weight, pulse FROM metrics WHERE user_id = $1', [request.user.id]);
  response.json({ metrics: metrics.rows, counter: metrics.rowCount });
});
app.listen(3000);
