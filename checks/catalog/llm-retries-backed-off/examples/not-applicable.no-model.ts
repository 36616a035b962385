import express from 'express';

// import OpenAI from 'openai';
const app = express();
app.get('/', (_req, res) => res.send('ask us about openai.chat.completions.create()'));
app.listen(3000);
