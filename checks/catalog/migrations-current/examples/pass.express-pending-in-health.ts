import express from 'express';
import pg from 'pg';

const pool = new pg.Pool();
const app = express();
app.get('/readyz', async (_request, response) => {
  const { rows } = await pool.query('SELECT max(version) AS version FROM schema_migrations');
  const current = rows[0]?.version === '20261101000400';
  response.status(current ? 200 : 503).json({ migrations: current ? 'current' : 'pending' });
});
app.listen(3000);
