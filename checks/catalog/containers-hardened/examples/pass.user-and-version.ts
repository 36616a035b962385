import express from 'express';

express().listen(3000);
// file: Dockerfile
ARG NODE_VERSION=24.11
FROM node:${NODE_VERSION}-slim AS build
ARG NPM_TOKEN
RUN npm ci
FROM node:${NODE_VERSION}-slim
ENV NODE_ENV=production
COPY --from=build /app /app
USER node
CMD ["node", "/app/server.js"]
