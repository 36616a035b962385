// What may be left out is looked at with care; that the database and the key are there is not.
import cors from 'cors';
import express from 'express';
import OpenAI from 'openai';
import { Pool } from 'pg';

function readOrigins(): string[] {
  const origins = (process.env.WEB_ORIGINS ?? '').split(',');
  const error = origins.some((each) => !each.startsWith('https://')) ? 'WEB_ORIGINS must be https' : undefined;
  if (error) {
    throw new Error(error);
  }
  return origins;
}

const pool = new Pool({ connectionString: process.env.DATABASE_URL });
const openai = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });

const app = express(); // <- finding
app.use(cors({ origin: readOrigins() }));
app.get('/plans', async (_request, response) => {
  response.json({ plans: (await pool.query('SELECT id FROM plans LIMIT 20')).rows, base: openai.baseURL });
});
app.listen(3000);
