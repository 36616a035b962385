import express from 'express';
import pg from 'pg';

const pool = new pg.Pool();
const app = express();
app.get('/healthz', (_request, response) => response.json({ status: 'pass' }));
app.get('/readyz', async (_request, response) => {
  try {
    await pool.query('SELECT 1');
    response.json({ status: 'pass' });
  } catch {
    response.status(503).json({ status: 'fail' });
  }
});
app.listen(3000);
