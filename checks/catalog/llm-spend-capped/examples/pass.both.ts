import express from 'express';
import OpenAI from 'openai';
import { budget } from './budget.ts';

const openai = new OpenAI();
const app = express();
app.post('/ask', async (req, res) => {
  if (!(await budget.reserve(req.user.id, 2_000))) return res.sendStatus(429);
  res.json(await openai.responses.create({ model: 'gpt-4o-mini', max_output_tokens: 400, input: req.body.text }));
});
app.listen(3000);
