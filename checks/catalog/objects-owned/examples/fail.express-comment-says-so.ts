import express from 'express';
import { requireAuth } from './auth.ts';
import { Profile } from './models.ts';

const app = express();
// Only the owner may do this: if (profile.userId !== req.user.id) return res.sendStatus(403)
app.delete('/profiles/:profileId', requireAuth, async (req, res) => { // <- finding
  await Profile.deleteOne({ _id: req.params.profileId });
  res.sendStatus(204);
});
app.listen(3000);
