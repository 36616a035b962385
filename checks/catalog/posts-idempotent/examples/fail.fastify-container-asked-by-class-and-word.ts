import 'reflect-metadata';
import { PrismaClient } from './prisma/client.js';
import fastify from 'fastify';
import { container, inject, injectable } from 'tsyringe';

const db = new PrismaClient();
interface Plans {
  add(title: string): Promise<unknown>;
}

@injectable()
class PlansInTable implements Plans {
  add(title: string) {
    return db.plan.create({ data: { title } });
  }
}
container.register('Plans', { useClass: PlansInTable });

@injectable()
class AddPlan {
  constructor(@inject('Plans') private plans: Plans) {}
  async handle(title: string) {
    return this.plans.add(title);
  }
}

const app = fastify();
app.post('/api/plans', async (request, reply) => { // <- finding
  const controller = container.resolve(AddPlan);
  reply.send(await controller.handle(request.body.title));
});
app.listen({ port: 3000 });
