// The repository is injected by the name of a parameter, as it was registered.
import { asClass, createContainer } from 'awilix';
import { createController, loadControllers } from 'awilix-express';
import express from 'express';
import { prisma } from './database.ts';

class PlanRepository {
  async add(plan) {
    return prisma.plan.create({ data: plan });
  }
}
export class PlanService {
  constructor({ planRepository }) {
    this.planRepository = planRepository;
  }
  make(plan) {
    return this.planRepository.add(plan);
  }
}
export const container = createContainer().register({ planRepository: asClass(PlanRepository), planService: asClass(PlanService) });

const api = ({ planService }) => ({
  make: async (request, response) => response.status(201).json(await planService.make(request.body)),
});
export default createController(api).post('/plans', 'make'); // <- finding

const app = express();
app.use(express.json());
app.use(loadControllers('main.ts'));
app.listen(3000);
// file: database.ts
import { PrismaClient } from '@prisma/client';

export const prisma = new PrismaClient();
