import express from 'express';
import pg from 'pg';

const pool = new pg.Pool();
const app = express(); // <- finding
app.get('/healthz', async (_request, response) => {
  await pool.query('SELECT 1');
  response.json({ status: 'pass' });
});
app.listen(3000);
