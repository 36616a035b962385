import express from 'express';
import { requireUser } from './auth.ts';
import { db } from './db.ts';

const app = express();
app.get('/journal/:userId', requireUser, async (req, res) => { // <- finding
  const entries = await db.collection('journal').find({ userId: req.params.userId }).toArray();
  res.json(entries);
});
app.listen(3000);
