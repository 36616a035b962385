// Both branches serve, so what either prints is the service's.
import { createServer } from 'node:http';
import express from 'express';
import pino from 'pino';

const logger = pino();
const app = express();
app.get('/plans', (_request, response) => {
  logger.info('plans');
  response.json([]);
});

if (process.env.SOCKET_PATH) {
  createServer(app).listen(process.env.SOCKET_PATH);
  console.log('on a socket'); // <- finding
} else {
  app.listen(3000);
}

if (!process.env.PLANS_URL) {
  console.error('PLANS_URL is missing'); // <- finding
  process.exit(1);
}
