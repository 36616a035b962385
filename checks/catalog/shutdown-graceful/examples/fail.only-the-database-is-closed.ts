import express from 'express';
import { Pool } from 'pg';

const pool = new Pool();
const app = express();
app.listen(3000);
process.on('SIGTERM', async () => { // <- finding
  await pool.end();
  process.exit(0);
});
