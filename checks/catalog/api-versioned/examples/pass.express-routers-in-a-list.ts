// Routers listed with their paths and hung up in a loop, below one version.
import express, { Router } from 'express';

const plans = Router();
plans
  .route('/')
  .get((_request, response) => response.json([]))
  .post((request, response) => response.status(201).json(request.body));
plans.route('/:planId').get((request, response) => response.json({ id: request.params.planId }));

const weeks = Router();
weeks.get('/current', (_request, response) => response.json({ week: 1 }));

const api = Router();
const routes = [
  { path: '/plans', router: plans },
  { path: '/weeks', router: weeks },
];
routes.forEach((each) => {
  api.use(each.path, each.router);
});

const app = express();
app.use('/v1', api);
app.listen(3000);
