import Fastify from 'fastify';
import jwt from 'jsonwebtoken';
import { publicKeys } from './keys.ts';

const app = Fastify();

async function byToken(token: string) {
  if (!process.env.TOKENS_ACCEPTED) {
    return { isAuthed: false };
  }
  try {
    const claims = jwt.verify(token, publicKeys.current, { algorithms: ['ES256'], issuer: 'plans', audience: 'plans-api' });
    return { isAuthed: true, claims };
  } catch {
    return { isAuthed: false };
  }
}
app.addHook('onRequest', async (request, reply) => {
  const token = request.headers.authorization?.slice('Bearer '.length);
  const found = token === undefined ? { isAuthed: false } : await byToken(token);
  if (!found.isAuthed) return reply.status(401).send({ error: 'Sign in first.' });
});
app.get('/plans', async () => ({ plans: [] }));
await app.listen({ port: 3000 });
