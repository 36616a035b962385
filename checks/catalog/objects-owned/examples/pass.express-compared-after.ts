import express from 'express';
import { requireUser } from './auth.ts';
import { Plan } from './models.ts';

const app = express();
app.get('/plans/:id', requireUser, async (req, res) => {
  const plan = await Plan.findById(req.params.id);
  if (plan === null || plan.owner.toString() !== req.user.id) return res.sendStatus(404);
  res.json(plan);
});
app.listen(3000);
