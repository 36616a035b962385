import fastify from 'fastify';

const app = fastify();
app.get('/', async () => 'hello');
await app.listen({ port: 3000 });
process.on('SIGTERM', async () => {
  await app.close();
  process.exit(0);
});
