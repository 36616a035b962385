import Fastify from 'fastify';

await Fastify().listen({ port: 3000 });
// file: .env
PORT=3000
// file: .dockerignore
.env*
!.env
// file: Dockerfile
FROM node:24.11-alpine
WORKDIR /app
# <- finding below
COPY . .
USER node
CMD ["node", "main.ts"]
