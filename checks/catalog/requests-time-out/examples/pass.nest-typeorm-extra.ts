import { createServer } from 'node:http';
import express from 'express';
import { DataSource } from 'typeorm';

export const source = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL, extra: { query_timeout: 6_000 } });
const app = express();
app.get('/plans', async (_request, response) => response.json(await source.query('select id from plans limit 10')));
createServer({ requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 }, app).listen(3000);
