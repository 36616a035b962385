import fastifyEnv from '@fastify/env';
import fastify from 'fastify';

const options = {
  schema: { type: 'object', required: ['OPENAI_API_KEY'], properties: { OPENAI_API_KEY: { type: 'string' } } },
};
const app = fastify();
await app.register(fastifyEnv, options);
await app.listen({ port: 3000 });
