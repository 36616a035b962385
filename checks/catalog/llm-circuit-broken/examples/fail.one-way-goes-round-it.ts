import express from 'express';
import OpenAI from 'openai';
import { ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';

const openai = new OpenAI();
const breaker = circuitBreaker(handleAll, { halfOpenAfter: 30_000, breaker: new ConsecutiveBreaker(5) });
async function ask(input) {
  return openai.responses.create({ model: 'gpt-4o-mini', input }); // <- finding
}
const app = express();
app.post('/ask', async (req, res) => res.json(await breaker.execute(() => ask(req.body.text))));
app.post('/ask-fast', async (req, res) => res.json(await ask(req.body.text)));
app.listen(3000);
