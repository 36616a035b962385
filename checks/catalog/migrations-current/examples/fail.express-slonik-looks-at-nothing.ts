// A service that asks its database through slonik, and never looks at its schema.
import express from 'express';
import { createPool, sql } from 'slonik';

const pool = createPool(process.env.DATABASE_URL ?? '');
const app = express(); // <- finding
app.get('/plans', async (_req, res) => {
  res.json(await (await pool).many(sql.unsafe`SELECT id, name FROM plans LIMIT 50`));
});
app.listen(8000);
