import express from 'express';

const app = express();
app.get('/', (_req, res) => {
  const words = ['select', 'from'];
  res.send(words.find((word) => word === 'select'));
});
app.listen(3000);
