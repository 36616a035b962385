import swagger from '@fastify/swagger';
import Fastify from 'fastify';

const app = Fastify();
await app.register(swagger, { openapi: { info: { title: 'Plans', version: '1' } } }); // <- finding
app.get('/plans', async () => []);
await app.listen({ port: 3000 });
