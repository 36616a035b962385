import fastifyJwt from '@fastify/jwt';
import Fastify from 'fastify';

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error('JWT_SECRET is missing');

const app = Fastify();
app.register(fastifyJwt, { secret, verify: { algorithms: ['HS256'] } });
app.addHook('onRequest', async (request) => {
  await request.jwtVerify();
});
app.get('/api/plans', async (request) => ({ owner: request.user }));
app.listen({ port: 3000 });
