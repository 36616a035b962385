import express from 'express';
import OpenAI from 'openai';
import { requireCredits } from './credits.ts';

const openai = new OpenAI();
const app = express();
app.post('/ask', requireCredits, async (req, res) => {
  const answer = await openai.chat.completions.create({ // <- finding
    model: 'gpt-4o',
    messages: req.body.messages,
    max_completion_tokens: req.user.plan === 'pro' ? undefined : 500,
  });
  res.json(answer);
});
app.listen(3000);
