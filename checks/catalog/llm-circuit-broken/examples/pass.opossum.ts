import express from 'express';
import CircuitBreaker from 'opossum';
import OpenAI from 'openai';

const openai = new OpenAI();
const ask = (input) => openai.responses.create({ model: 'gpt-4o-mini', input });
const breaker = new CircuitBreaker(ask, { timeout: 10_000, errorThresholdPercentage: 50, resetTimeout: 30_000 });
const app = express();
app.post('/ask', async (req, res) => res.json(await breaker.fire(req.body.text)));
app.listen(3000);
