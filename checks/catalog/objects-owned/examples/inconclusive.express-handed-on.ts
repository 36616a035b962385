import express from 'express';
import { requireUser } from './auth.ts';
import { load } from '@acme/documents';

const app = express();
app.get('/documents/:id', requireUser, async (req, res) => {
  const access = await load(req);
  res.json(await access.read(req.params.id));
});
app.listen(3000);
