import express from 'express';
import OpenAI from 'openai';

const openai = new OpenAI();
const app = express();
app.post('/summaries', async (req, res) => {
  const found = [];
  for (const page of req.body.pages) {
    try {
      found.push(await openai.responses.create({ model: 'gpt-4o-mini', input: page }));
    } catch (error) {
      req.log.warn({ error }, 'one page less');
    }
  }
  res.json(found);
});
app.listen(3000);
