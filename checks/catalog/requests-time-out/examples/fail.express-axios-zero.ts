import { createServer } from 'node:http';
import axios from 'axios';
import express from 'express';

const app = express();
app.get('/api/plans', async (_request, response) => {
  const { data } = await axios.get('http://127.0.0.1:4000/plans', { timeout: 0 }); // <- finding
  response.json(data);
});
createServer({ requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 }, app).listen(3000);
