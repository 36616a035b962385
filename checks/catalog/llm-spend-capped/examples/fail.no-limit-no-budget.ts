import express from 'express';
import OpenAI from 'openai';

const openai = new OpenAI();
const app = express();
app.post('/ask', async (req, res) => {
  res.json(await openai.responses.create({ model: 'gpt-4o-mini', input: req.body.text })); // <- finding
});
app.listen(3000);
