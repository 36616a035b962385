import express from 'express';

express().listen(3000);
// file: .env
PORT=3000
// file: .dockerignore
.env*
.git
// file: Dockerfile
FROM node:24.11-alpine
RUN --mount=type=secret,id=npm_token NPM_TOKEN=$(cat /run/secrets/npm_token) npm ci
COPY . .
USER 1000:1000
CMD ["node", "server.js"]
