import express from 'express';

const app = express();
app.use((err, _req, res, _next) => {
  const status = err.status ?? 500;
  res.status(status).json({ error: status >= 500 ? 'Internal Server Error' : err.message });
});
app.listen(3000);
