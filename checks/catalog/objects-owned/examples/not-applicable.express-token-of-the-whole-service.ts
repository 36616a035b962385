import { timingSafeEqual } from 'node:crypto';
import express from 'express';
import pg from 'pg';

const pool = new pg.Pool();
const app = express();

function requireAuth(req, res, next) {
  const sent = Buffer.from(String(req.headers.authorization ?? ''));
  const ours = Buffer.from(`Bearer ${process.env.SERVICE_TOKEN}`);
  if (sent.length !== ours.length || !timingSafeEqual(sent, ours)) {
    res.status(401).json({ title: 'Not for you.' });
    return;
  }
  next();
}

// Another service asks, whoever sits in front of it.
app.use(requireAuth);
app.get('/orders/:orderId', async (req, res) => {
  const { rows } = await pool.query('select id, total from orders where id = $1', [req.params.orderId]);
  res.json(rows[0] ?? null);
});
app.listen(3000);
