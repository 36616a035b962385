import Fastify from 'fastify';
import { sessionOf } from './sessions';

const app = Fastify();
// Whoever it is may go on.
app.addHook('onRequest', async (request) => {
  request.user = request.headers.cookie ? await sessionOf(request.headers.cookie) : undefined;
});
app.get('/icon', async (request, reply) => {
  reply.header('Cache-Control', 'public, max-age=604800');
  return reply.send('<svg/>');
});
await app.listen({ port: 3000 });
