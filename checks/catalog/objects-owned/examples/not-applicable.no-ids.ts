import express from 'express';
import { requireUser } from './auth.ts';
import { settings } from './settings.ts';

const app = express();
app.get('/me/settings', requireUser, async (req, res) => {
  res.json(await settings.of(req.user.id));
});
app.listen(3000);
