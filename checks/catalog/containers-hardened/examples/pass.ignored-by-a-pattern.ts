import Fastify from 'fastify';

await Fastify().listen({ port: 3000 });
// file: .env.production
PORT=3000
// file: .env.example
PORT=
// file: .dockerignore
# everything that holds settings
**/.env*
!.env.example
node_modules
// file: Dockerfile
FROM node:24.11-alpine
WORKDIR /app
COPY . .
USER node
CMD ["node", "main.ts"]
