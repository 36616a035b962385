// file: database.ts
import { Client } from 'pg';

export async function query(text: string) {
  const client = new Client({ connectionString: process.env.DATABASE_URL }); // <- finding
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}
// file: main.ts
import express from 'express';
import { query } from './database.ts';

const app = express();
app.get('/api/plans', async (_req, res) => {
  res.json(await query('select id from plans'));
});
app.listen(3000);
