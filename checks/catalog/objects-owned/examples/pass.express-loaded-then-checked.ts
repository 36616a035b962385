import express from 'express';
import { requireUser } from './auth.ts';
import { Plan } from './models.ts';

async function loadPlan(req, res, next) {
  req.plan = await Plan.findById(req.params.planId);
  next();
}
function ownPlan(req, res, next) {
  if (req.plan.userId !== req.user.id) return res.sendStatus(403);
  next();
}
const app = express();
app.get('/plans/:planId', requireUser, loadPlan, ownPlan, (req, res) => {
  res.json(req.plan);
});
app.listen(3000);
