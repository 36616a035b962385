import express from 'express';
import OpenAI from 'openai';

const openai = new OpenAI();
let circuitOpen = false;
async function ask(input) {
  if (circuitOpen) throw new Error('the model rests');
  try {
    return await openai.responses.create({ model: 'gpt-4o-mini', input }); // <- finding
  } catch (error) {
    throw new Error('no answer', { cause: error });
  }
}
const app = express();
app.post('/ask', async (req, res) => res.json(await ask(req.body.text)));
app.listen(3000);
