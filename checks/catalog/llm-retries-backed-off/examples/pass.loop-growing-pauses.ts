import express from 'express';
import OpenAI from 'openai';
import { setTimeout as sleep } from 'node:timers/promises';

const openai = new OpenAI({ maxRetries: 0 });
async function ask(messages) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await openai.chat.completions.create({ model: 'gpt-4o-mini', messages });
    } catch (error) {
      if (attempt === 3) throw error;
      await sleep(Math.min(8_000, 500 * 2 ** attempt) * (0.5 + Math.random() / 2));
    }
  }
}
const app = express();
app.post('/ask', async (req, res) => res.json(await ask(req.body.messages)));
app.listen(3000);
