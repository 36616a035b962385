import express from 'express';
import OpenAI from 'openai';

const openai = new OpenAI();
let failures = 0;
let openUntil = 0;
async function ask(input) {
  if (Date.now() < openUntil) throw new Error('the model rests');
  try {
    const answer = await openai.responses.create({ model: 'gpt-4o-mini', input });
    failures = 0;
    return answer;
  } catch (error) {
    failures += 1;
    if (failures >= 5) openUntil = Date.now() + 30_000;
    throw error;
  }
}
const app = express();
app.post('/ask', async (req, res) => res.json(await ask(req.body.text)));
app.listen(3000);
