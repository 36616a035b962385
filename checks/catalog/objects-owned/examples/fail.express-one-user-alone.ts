// Jobs are there only where the installation is one person's: whoever may ask owns them all. Profiles have owners.
import express from 'express';
import { requireAuth } from './auth.ts';
import { isSingleUserMode } from './mode.ts';
import { Job, Profile } from './models.ts';

const app = express();
app.delete('/jobs/:jobId', [requireAuth, isSingleUserMode], async (req, res) => {
  await Job.deleteOne({ _id: req.params.jobId });
  res.sendStatus(204);
});
app.delete('/profiles/:profileId', requireAuth, async (req, res) => { // <- finding
  await Profile.deleteOne({ _id: req.params.profileId });
  res.sendStatus(204);
});
app.listen(3000);
