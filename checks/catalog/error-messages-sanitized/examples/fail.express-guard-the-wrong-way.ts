import express from 'express';

const app = express();
app.use((err, _req, res, _next) => {
  res.status(500).json({ error: process.env.NODE_ENV === 'production' ? err.message : 'Internal Server Error' }); // <- finding
});
app.listen(3000);
