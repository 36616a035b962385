import Fastify from 'fastify';
import { plansOf, sessionOf } from './sessions';

const app = Fastify();
app.addHook('onRequest', async (request) => {
  request.user = await sessionOf(request.headers.cookie);
  if (!request.user) throw new Error('sign in first');
});
app.get('/plans', async (request, reply) => {
  reply.header('Cache-Control', 'public, max-age=604800'); // <- finding
  return reply.send(await plansOf(request.user));
});
await app.listen({ port: 3000 });
