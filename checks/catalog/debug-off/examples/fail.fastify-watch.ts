// file: main.ts
import Fastify from 'fastify';

const app = Fastify();
await app.listen({ port: 3000 });
// file: Dockerfile
FROM node:24
CMD node --watch main.js # <- finding
