import express from 'express';
import { Pool } from 'pg';
import { pino } from 'pino';

const logger = pino();
const url = process.env.DATABASE_URL ?? '';
const pool = new Pool({ connectionString: url });
logger.info(`database at ${url.split('@')[1]}`);

const app = express();
app.get('/api/plans', async (_request, response) => response.json((await pool.query('select id from plans')).rows));
app.listen(3000);
