import express from 'express';
import rateLimit from 'express-rate-limit';
import Anthropic from '@anthropic-ai/sdk';
import { signIn } from './sign-in.ts';

const anthropic = new Anthropic();
const limiter = rateLimit({ windowMs: 60_000, limit: 5 });
const app = express();
app.post('/sign-in', limiter, signIn);
app.post('/ask', async (req, res) => {
  res.json(await anthropic.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 400, messages: req.body.messages })); // <- finding
});
app.listen(3000);
