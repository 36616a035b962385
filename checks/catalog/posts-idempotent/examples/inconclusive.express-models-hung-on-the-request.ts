// A middleware hangs the models on each request: what they make could not be followed.
import express from 'express';
import { loadModels } from 'coach-models';

const app = express();
const models = await loadModels(process.env.DATABASE_URL ?? '');
app.use((req, _res, next) => {
  Object.assign(req, { models });
  next();
});
app.post('/plans', express.json(), async (req, res) => {
  res.status(201).json(await req.models.plans.create({ name: req.body.name }));
});
app.listen(8000);
