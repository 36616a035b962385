// The pool serves the requests; a connection of its own is made where a tenant's schema is brought up to date.
import express from 'express';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

async function runMigrations(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query('ALTER TABLE plans ADD COLUMN IF NOT EXISTS weeks int');
}

const app = express();
app.get('/plans', async (_, res) => res.json((await pool.query('SELECT id FROM plans LIMIT 50')).rows));
app.post('/tenants/:id/migrations', async (req, res) => {
  await runMigrations(`${process.env.TENANTS_URL}/${req.params.id}`);
  res.sendStatus(204);
});
app.listen(3000);
