import express from 'express';
import { GoogleGenerativeAI } from '@google/generative-ai';
import { throttlePerUser } from './throttle.ts';

const model = new GoogleGenerativeAI(process.env.GEMINI_KEY).getGenerativeModel({
  model: 'gemini-2.0-flash',
  generationConfig: { maxOutputTokens: 300 },
});
const app = express();
app.use(throttlePerUser);
app.post('/ask', async (req, res) => {
  const answer = await model.generateContent(req.body.question);
  res.send(answer.response.text());
});
app.listen(3000);
