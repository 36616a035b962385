// Each address is used where it is set: without any of them the service starts all the same.
import express from 'express';
import pg from 'pg';

function address(): string | undefined {
  if (process.env.POSTGRES_URL) return process.env.POSTGRES_URL;
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  return undefined;
}

const pool = new pg.Pool({ connectionString: address(), max: 10 });
const app = express(); // <- finding
app.get('/plans', async (_, res) => res.json((await pool.query('SELECT id FROM plans LIMIT 50')).rows));
app.listen(3000);
