import { createServer } from 'node:http';
import axios from 'axios';
import express from 'express';

const client = axios.create({ baseURL: 'http://127.0.0.1:4000', timeout: 5_000 });
const app = express();
app.get('/api/plans', async (_request, response) => response.json((await client.get('/plans')).data));
createServer({ requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 }, app).listen(3000);
