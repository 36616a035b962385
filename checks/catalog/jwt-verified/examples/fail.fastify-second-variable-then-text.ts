// Two variables may hold the key; where neither is set, a text from the source does.
import Fastify from 'fastify';
import jwt from 'jsonwebtoken';

const key = process.env.BOT_SIGNING_KEY || process.env.SIGNING_KEY || 'plain-words'; // <- finding

const app = Fastify();
app.get('/plans', async (request, reply) => {
  try {
    return jwt.verify(String(request.headers.authorization).slice(7), key, { algorithms: ['HS256'] });
  } catch {
    return reply.code(401).send({ title: 'Not signed in' });
  }
});
await app.listen({ port: 3000 });
