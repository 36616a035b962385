import { createServer } from 'node:http';
import express from 'express';

const app = express();
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
const server = createServer({ requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 }, app);
server.listen(3000);
