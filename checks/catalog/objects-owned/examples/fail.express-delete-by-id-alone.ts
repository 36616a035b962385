import express from 'express';
import { authenticate } from './auth.ts';
import { notes } from './notes.ts';

const app = express();
app.use(authenticate);
app.put('/notes/:id', async (req, res) => {
  const note = await notes.findById(req.params.id);
  if (note.ownerId !== req.user.id) return res.sendStatus(404);
  await notes.update(note, req.body);
  res.json(note);
});
app.delete('/notes/:id', async (req, res) => { // <- finding
  await notes.remove(req.params.id);
  res.sendStatus(204);
});
app.listen(3000);
