import express from 'express';
import OpenAI from 'openai';
import { ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';
import { database } from './database.ts';

const openai = new OpenAI();
const breaker = circuitBreaker(handleAll, { halfOpenAfter: 30_000, breaker: new ConsecutiveBreaker(5) });
const app = express();
app.post('/ask', async (req, res) => {
  const history = await breaker.execute(() => database.history(req.body.id));
  res.json(await openai.responses.create({ model: 'gpt-4o-mini', input: history })); // <- finding
});
app.listen(3000);
