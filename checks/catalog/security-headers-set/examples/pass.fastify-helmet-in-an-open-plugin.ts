import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';
import open from 'fastify-plugin';

const headers = open(async (fastify: FastifyInstance) => {
  await fastify.register(helmet);
});
async function api(fastify: FastifyInstance) {
  fastify.get('/plans', async () => []);
}
const app = Fastify();
await app.register(headers);
await app.register(api, { prefix: '/v1' });
await app.listen({ port: 3000 });
