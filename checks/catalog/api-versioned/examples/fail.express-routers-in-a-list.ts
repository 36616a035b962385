// Routers listed with their paths and hung up in a loop: no version stands before any of them.
import express, { Router } from 'express';

const plans = Router();
plans.get('/', (_request, response) => response.json([])); // <- finding

const app = express();
for (const { path, router } of [{ path: '/plans', router: plans }]) app.use(path, router);
app.listen(3000);
