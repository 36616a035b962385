import express from 'express';
import OpenAI from 'openai';

const openai = new OpenAI();
const app = express();
app.post('/similar', async (req, res) => {
  res.json(await openai.embeddings.create({ model: 'text-embedding-3-small', input: req.body.text }));
});
app.listen(3000);
