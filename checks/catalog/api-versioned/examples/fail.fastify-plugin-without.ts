// file: main.ts
import Fastify from 'fastify';
import { plans } from './plans.ts';

const app = Fastify();
app.register(plans, { prefix: '/api' });
await app.listen({ port: 3000 });
// file: plans.ts
import type { FastifyInstance } from 'fastify';

export async function plans(fastify: FastifyInstance) {
  fastify.get('/plans', async () => []); // <- finding
}
