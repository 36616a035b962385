import cors from '@fastify/cors';
import Fastify from 'fastify';

const app = Fastify();
await app.register(cors, {
  origin: (origin, done) => {
    if (/example\.com$/.test(origin ?? '')) return done(null, true); // <- finding
    return done(null, false);
  },
});
await app.listen({ port: 3000 });
