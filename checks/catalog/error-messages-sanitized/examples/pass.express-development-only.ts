import express from 'express';

const app = express();
app.use((err, _req, res, _next) => {
  res.status(500).json({ error: process.env.NODE_ENV === 'production' ? 'Internal Server Error' : err.message });
});
app.listen(3000);
