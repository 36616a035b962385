// file: main.ts
import Fastify from 'fastify';

const app = Fastify();
await app.listen({ port: 3000 });
// file: package.json
{
  "name": "api",
  "dependencies": { "fastify": "5.0.0" },
  "scripts": {
    "start": "tsx watch main.ts",
    "start:prod": "node main.js"
  }
}
