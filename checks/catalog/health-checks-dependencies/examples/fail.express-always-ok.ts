import express from 'express';
import pg from 'pg';

const pool = new pg.Pool();
const app = express();

app.get('/healthz', (_request, response) => { // <- finding
  response.json({ status: 'ok', database: 'connected', uptime: process.uptime() });
});
app.get('/plans', async (_request, response) => {
  response.json((await pool.query('SELECT name FROM plans')).rows);
});
app.listen(3000);
