// What lists the migrations, and what answers a request itself, makes a pool each time it is asked.
import express from 'express';
import pg from 'pg';

async function listMigrations(_req: express.Request, res: express.Response) {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 }); // <- finding
  res.json((await pool.query('SELECT id FROM plans_migrations LIMIT 50')).rows);
}

async function countMigrations() {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 }); // <- finding
  return (await pool.query('SELECT count(*) AS count FROM plans_migrations')).rows[0].count;
}

async function runMigrations(_req: express.Request, res: express.Response) {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 }); // <- finding
  await pool.query('ALTER TABLE plans ADD COLUMN IF NOT EXISTS weeks int');
  res.sendStatus(204);
}

const app = express();
app.get('/migrations', listMigrations);
app.get('/migrations/count', async (_req, res) => res.json({ count: await countMigrations() }));
app.post('/migrations', runMigrations);
app.listen(3000);
