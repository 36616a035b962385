import express from 'express';
import rateLimit from 'express-rate-limit';
import Anthropic from '@anthropic-ai/sdk';

const anthropic = new Anthropic();
const limiter = rateLimit({ windowMs: 3_600_000, limit: 20, keyGenerator: (req) => req.user.id });
const app = express();
app.post('/ask', limiter, async (req, res) => {
  res.json(await anthropic.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 400, messages: req.body.messages }));
});
app.listen(3000);
