import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import Fastify from 'fastify';

const app = Fastify();
await app.register(swagger, { openapi: { info: { title: 'Plans', version: '1' } } });
await app.register(swaggerUi, { routePrefix: '/docs' });
app.get('/plans', { schema: { summary: 'All plans', response: { 200: { type: 'array', examples: [[]] } } } }, async () => []);
await app.listen({ port: 3000 });
