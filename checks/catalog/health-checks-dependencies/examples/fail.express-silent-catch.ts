import express from 'express';
import pg from 'pg';

const pool = new pg.Pool();
const app = express();
app.get('/health', async (_request, response) => { // <- finding
  let database = true;
  try {
    await pool.query('SELECT 1');
  } catch {
    database = false;
  }
  response.json({ status: 'ok', database });
});
app.listen(3000);
