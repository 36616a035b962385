import { createServer } from 'node:http';
import express from 'express';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 }); // <- finding
const app = express();
app.get('/api/plans', async (_request, response) => response.json((await pool.query('select id from plans limit 10')).rows));
createServer({ requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 }, app).listen(3000);
