import express from 'express';
import { requireUser } from './auth.ts';
import { db } from './db.ts';

function ownUser(req, res, next) {
  if (req.params.userId !== req.user.id) return res.sendStatus(404);
  next();
}
const app = express();
app.get('/journal/:userId', requireUser, ownUser, async (req, res) => {
  res.json(await db.collection('journal').find({ userId: req.params.userId }).toArray());
});
app.listen(3000);
