import express from 'express';
import { requireUser } from './auth.ts';
import { Exercise } from './models.ts';

const app = express();
app.get('/exercises/:id', requireUser, async (req, res) => {
  res.json(await Exercise.findById(req.params.id));
});
app.listen(3000);
