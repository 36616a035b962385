import express from 'express';
import OpenAI from 'openai';

const openai = new OpenAI({ apiKey: process.env.OPENAI_API_KEY || '' });

const app = express(); // <- finding
app.get('/api/models', async (_request, response) => response.json(await openai.models.list()));
app.listen(Number(process.env.PORT ?? 3000));
