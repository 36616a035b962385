import express from 'express';

const app = express();
app.post('/chats/:id', async (req, res) => {
  const sent = await fetch(`${process.env.CHAT_URL}/messages`, {
    method: 'POST',
    body: JSON.stringify({ model: 'direct', messages: [{ from: 'coach', text: req.body.text }] }),
  });
  await fetch(`${process.env.CARS_URL}/search`, { method: 'POST', body: JSON.stringify({ model: req.body.model, year: 2020 }) });
  res.status(sent.status).end();
});
app.listen(3000);
