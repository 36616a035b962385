import express from 'express';
import OpenAI from 'openai';
import { ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';

const openai = new OpenAI();
const breaker = circuitBreaker(handleAll, { halfOpenAfter: 30_000, breaker: new ConsecutiveBreaker(5) });
const app = express();
app.post('/ask', async (req, res) => {
  res.json(await breaker.execute(() => openai.responses.create({ model: 'gpt-4o-mini', input: req.body.text })));
});
app.listen(3000);
