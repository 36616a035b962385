import autoload from '@fastify/autoload';
import fastify from 'fastify';

const app = fastify();
app.register(autoload, { dir: `${import.meta.dirname}/plugins` });
await app.listen({ port: 3000 });
// file: plugins/env.ts
import env from '@fastify/env';

const schema = {
  type: 'object',
  required: ['COOKIE_SECRET', 'DATABASE_URL'],
  properties: {
    COOKIE_SECRET: { type: 'string', minLength: 32 },
    DATABASE_URL: { type: 'string' },
    RATE_LIMIT_MAX: { type: 'number', default: 100 },
  },
};

export const autoConfig = { confKey: 'config', schema, dotenv: true, data: process.env };

export default env;
