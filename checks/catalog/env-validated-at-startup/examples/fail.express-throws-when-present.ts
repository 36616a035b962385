import express from 'express';

if (process.env.LEGACY_API_KEY) throw new Error('LEGACY_API_KEY is no longer supported');

const app = express(); // <- finding
app.get('/ready', (_request, response) => response.json({ database: process.env.DATABASE_URL }));
app.listen(3000);
