import fastifyJwt from '@fastify/jwt';
import Fastify from 'fastify';

const app = Fastify();
app.register(fastifyJwt, { secret: process.env.JWT_SECRET ?? '' });
app.get('/api/plans', async (request) => {
  const claims = app.jwt.decode<{ sub: string }>(request.headers.authorization?.slice(7) ?? ''); // <- finding
  return { owner: claims?.sub };
});
app.listen({ port: 3000 });
