import express from 'express';
import { GoogleGenerativeAI } from '@google/generative-ai';

const model = new GoogleGenerativeAI(process.env.GEMINI_KEY).getGenerativeModel({ model: 'gemini-2.0-flash' });
const app = express();
app.post('/ask', async (req, res) => {
  const answer = await model.generateContent(req.body.question); // <- finding
  res.send(answer.response.text());
});
app.listen(3000);
