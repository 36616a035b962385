import express from 'express';
import { Article } from './models.ts';

const app = express();
app.get('/articles/:id', async (req, res) => {
  res.json(await Article.findById(req.params.id));
});
app.listen(3000);
