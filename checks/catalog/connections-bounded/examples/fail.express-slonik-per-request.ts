// A pool of slonik for each request, and one of MariaDB.
import express from 'express';
import mariadb from 'mariadb';
import { createPool, sql } from 'slonik';

const app = express();
app.get('/plans', async (_req, res) => {
  const pool = await createPool(process.env.DATABASE_URL ?? ''); // <- finding
  res.json(await pool.many(sql.unsafe`SELECT id, name FROM plans LIMIT 50`));
});
app.get('/meals', async (_req, res) => {
  const pool = mariadb.createPool({ host: process.env.MEALS_HOST }); // <- finding
  res.json(await pool.query('SELECT id, name FROM meals LIMIT 50'));
});
app.listen(8000);
