import { createServer } from 'node:http';
import express from 'express';

const app = express();
app.get('/api/plans', (_request, response) => response.json({ plans: [] }));
const server = createServer({ requestTimeout: 0, headersTimeout: 0, connectionsCheckingInterval: 1_000 }, app); // <- finding
server.listen(3000);
