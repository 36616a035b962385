import express from 'express';
import OpenAI from 'openai';
import { recordUsage } from './usage.ts';

const openai = new OpenAI();
const app = express();
app.post('/ask', async (req, res) => {
  const answer = await openai.responses.create({ model: 'gpt-4o-mini', max_output_tokens: 400, input: req.body.text }); // <- finding
  await recordUsage(req.user.id, answer.usage);
  res.json(answer);
});
app.listen(3000);
