import Fastify from 'fastify';

const app = Fastify();
app.setErrorHandler((error, _request, reply) => {
  if (error.statusCode === 429) {
    reply.code(429).type('text/html').send('<p>Too many requests.</p>');
    return;
  }
  reply.send(error); // <- finding
});
await app.listen({ port: 3000 });
