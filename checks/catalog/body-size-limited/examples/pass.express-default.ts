import express from 'express';

const app = express();
app.use(express.json());
app.use(express.urlencoded({ extended: true, limit: '200kb' }));
app.post('/api/plans', (_req, res) => {
  res.json({});
});
app.listen(3000);
