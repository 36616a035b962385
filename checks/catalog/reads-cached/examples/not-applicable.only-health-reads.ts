import { Hono } from 'hono';
import pg from 'pg';

const pool = new pg.Pool();
const app = new Hono();
app.get('/health/db', async (c) => {
  await pool.query('SELECT 1 FROM plans LIMIT 1');
  return c.json({ ok: true });
});
export default app;
