// Whoever calls the API in production finds no document.
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import Fastify from 'fastify';

const app = Fastify();
if (process.env.NODE_ENV === 'development') {
  await app.register(swagger, { openapi: { info: { title: 'Plans', version: '1' } } }); // <- finding
  await app.register(swaggerUi);
}
app.get('/plans', { schema: { response: { 200: { type: 'array', example: [] } } } }, async () => []);
await app.listen({ port: 3000 });
