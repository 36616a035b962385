import express from 'express';
import { pino } from 'pino';

const logger = pino();

function checkEnvironment(): void {
  for (const name of ['DATABASE_URL', 'OPENAI_API_KEY']) {
    if (!process.env[name]) logger.warn({ name }, 'not set');
  }
}

checkEnvironment(); // <- finding
const app = express();
app.get('/ready', (_request, response) => response.json({ database: process.env.DATABASE_URL !== undefined }));
app.listen(3000);
