import Fastify from 'fastify';

const app = Fastify({ logger: true }); // <- finding
// await app.register(import('@fastify/swagger'));
const tools = await fetch('https://wger.de/api/v2/openapi.json').then((answer) => answer.json());
app.get('/v1/exercises', async () => tools.paths);
app.get('/v1/plans', async () => [{ name: 'Marathon', description: 'Ten weeks of running' }]);
await app.listen({ port: 3000 });
