import express from 'express';
import OpenAI from 'openai';
import { ExponentialBackoff, handleAll, retry } from 'cockatiel';

const openai = new OpenAI({ maxRetries: 0 });
const policy = retry(handleAll, { maxAttempts: 2, backoff: new ExponentialBackoff() });
const app = express();
app.post('/ask', async (req, res) => {
  res.json(await policy.execute(() => openai.responses.create({ model: 'gpt-4o-mini', input: req.body.text })));
});
app.listen(3000);
