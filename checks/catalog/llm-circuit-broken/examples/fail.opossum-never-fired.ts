import express from 'express';
import CircuitBreaker from 'opossum';
import OpenAI from 'openai';

const openai = new OpenAI();
const ask = (input) => openai.responses.create({ model: 'gpt-4o-mini', input }); // <- finding
export const breaker = new CircuitBreaker(ask, { resetTimeout: 30_000 });
const app = express();
app.post('/ask', async (req, res) => res.json(await ask(req.body.text)));
app.listen(3000);
