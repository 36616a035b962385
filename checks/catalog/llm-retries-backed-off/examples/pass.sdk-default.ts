import express from 'express';
import OpenAI from 'openai';

const openai = new OpenAI({ timeout: 20_000 });
const app = express();
app.post('/ask', async (req, res) => {
  res.json(await openai.responses.create({ model: 'gpt-4o-mini', input: req.body.question }));
});
app.listen(3000);
