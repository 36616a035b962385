import express from 'express';
import OpenAI from 'openai';

const openai = new OpenAI({ maxRetries: 0 }); // <- finding
const app = express();
app.post('/ask', async (req, res) => {
  res.json(await openai.chat.completions.create({ model: 'gpt-4o-mini', messages: req.body.messages }));
});
app.listen(3000);
