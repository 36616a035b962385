import express from 'express';

const app = express();
app.post('/api/chat', (req, res) => {
  // A message of the user's, and err.message in a comment.
  const { message } = req.body;
  res.json({ message: 'received', length: message.length });
});
app.listen(3000);
