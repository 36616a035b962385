// The route hangs in the chain that makes the application.
import express from 'express';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const app = express()
  .disable('x-powered-by')
  .set('etag', 'strong')
  .get('/health-check-db', async (_, res) => {
    try {
      await pool.query('SELECT 1');
      res.sendStatus(200);
    } catch {
      res.sendStatus(503);
    }
  });

app.listen(3000);
