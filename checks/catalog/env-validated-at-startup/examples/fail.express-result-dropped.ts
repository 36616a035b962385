// file: src/config.ts
const required = ['DATABASE_URL', 'OPENAI_API_KEY'];

export const databaseUrl = process.env.DATABASE_URL ?? '';
export const openaiKey = process.env.OPENAI_API_KEY ?? '';

export function validateConfig(): boolean {
  return required.every((name) => Boolean(process.env[name]));
}
// file: src/main.ts
import express from 'express';
import { databaseUrl, openaiKey, validateConfig } from './config.ts';

validateConfig(); // <- finding

const app = express();
app.get('/ready', (_request, response) => response.json({ ready: databaseUrl !== '' && openaiKey !== '' }));
app.listen(3000);
