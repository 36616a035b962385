import express from 'express';
import { requireUser } from './auth.ts';
import { Account } from './models.ts';

const app = express();
app.delete('/accounts/:accountId', requireUser, async (req, res) => {
  if (req.user.role !== 'support') return res.sendStatus(403);
  await Account.deleteOne({ _id: req.params.accountId });
  res.sendStatus(204);
});
app.listen(3000);
