import express from 'express';

class UserError extends Error {}

const app = express();
app.use((err, _req, res, _next) => {
  if (err instanceof UserError) {
    res.status(400).json({ error: err.message });
    return;
  }
  res.status(500).json({ error: 'Something went wrong.' });
});
app.listen(3000);
