import express from 'express';
import { requireAdmin } from './auth.ts';
import { User } from './models.ts';

const app = express();
app.delete('/users/:userId', requireAdmin, async (req, res) => {
  await User.deleteOne({ _id: req.params.userId });
  res.sendStatus(204);
});
app.listen(3000);
