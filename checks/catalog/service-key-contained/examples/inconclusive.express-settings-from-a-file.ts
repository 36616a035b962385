// All settings come from a file that somebody names when the service is started, the database's password among them.
import { readFileSync } from 'node:fs';
import express from 'express';
import mysql from 'mysql2/promise';

const settings = JSON.parse(readFileSync(process.argv[2] ?? 'settings.json', 'utf8'));
const pool = mysql.createPool(settings.database);

const app = express();
app.get('/plans', async (_req, res) => {
  const [rows] = await pool.query('SELECT id, name FROM plans LIMIT 50');
  res.json(rows);
});
app.listen(8000);
