import express from 'express';
import { requireUser } from './auth.ts';
import { canRead } from './policy.ts';
import { documents } from './documents.ts';

const app = express();
app.get('/documents/:id', requireUser, async (req, res) => {
  const document = await documents.load(req.params.id);
  if (!canRead(req.user, document)) return res.sendStatus(404);
  res.json(document);
});
app.listen(3000);
