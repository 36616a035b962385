import express from 'express';
import OpenAI from 'openai';
import { budget } from './budget.ts';

const openai = new OpenAI();
const app = express();
app.post('/ask', async (req, res) => {
  await budget.reserve(req.user.id);
  res.json(await openai.chat.completions.create({ model: 'gpt-4o-mini', messages: req.body.messages })); // <- finding
});
app.listen(3000);
