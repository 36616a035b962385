import express from 'express';
import { parse } from 'pg-connection-string';

// Takes an address apart; a missing one goes unnoticed.
function databaseOptions(options: { url?: string }) {
  return { ...parse(options.url ?? process.env.DATABASE_URL ?? process.env.POSTGRES_URL), secret: process.env.SESSION_SECRET };
}

const database = databaseOptions({});
const app = express(); // <- finding
app.get('/plans', (_request, response) => response.json({ on: database.host }));
app.listen(3000);
