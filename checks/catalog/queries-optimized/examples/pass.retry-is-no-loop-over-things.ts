import express from 'express';
import { Pool } from 'pg';

const pool = new Pool();
async function patiently(id) {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      return await pool.query('SELECT id FROM plans WHERE id = $1', [id]);
    } catch (error) {
      if (attempt === 2) throw error;
    }
  }
}
const app = express();
app.get('/plans/:id', async (req, res) => res.json(await patiently(req.params.id)));
app.listen(3000);
