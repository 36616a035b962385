import express from 'express';
import OpenAI from 'openai';

const openai = new OpenAI();
async function ask(messages) {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      return await openai.chat.completions.create({ model: 'gpt-4o-mini', messages }); // <- finding
    } catch (error) {
      if (attempt === 2) throw error;
    }
  }
}
const app = express();
app.post('/ask', async (req, res) => res.json(await ask(req.body.messages)));
app.listen(3000);
