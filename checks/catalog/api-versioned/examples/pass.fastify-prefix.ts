// file: main.ts
import Fastify from 'fastify';
import { plans } from './plans.ts';

const app = Fastify();
app.register(
  async (v1) => {
    v1.register(plans, { prefix: '/plans' });
  },
  { prefix: '/v1' },
);
await app.listen({ port: 3000 });
// file: plans.ts
import type { FastifyInstance } from 'fastify';

export async function plans(fastify: FastifyInstance) {
  fastify.get('/', async () => []);
}
