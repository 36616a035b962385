import express from 'express';
import OpenAI from 'openai';
import { setTimeout as sleep } from 'node:timers/promises';

const openai = new OpenAI({ maxRetries: 0 });
async function ask(messages) {
  let tries = 0;
  while (tries < 5) {
    try {
      return await openai.chat.completions.create({ model: 'gpt-4o-mini', messages }); // <- finding
    } catch {
      tries += 1;
      await sleep(1000);
    }
  }
  throw new Error('the model does not answer');
}
const app = express();
app.post('/ask', async (req, res) => res.json(await ask(req.body.messages)));
app.listen(3000);
