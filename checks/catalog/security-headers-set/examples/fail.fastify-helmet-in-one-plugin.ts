// A plugin that is not opened by fastify-plugin keeps what it registers to itself: the API answers without the headers.
import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';

async function pages(fastify: FastifyInstance) {
  await fastify.register(helmet); // <- finding
  fastify.get('/', async () => 'hello');
}
async function api(fastify: FastifyInstance) {
  fastify.get('/plans', async () => []);
}
const app = Fastify();
await app.register(pages);
await app.register(api, { prefix: '/v1' });
await app.listen({ port: 3000 });
