import express from 'express';

express().listen(3000);
// file: Dockerfile
FROM node:24.11-slim AS base
WORKDIR /app
USER node
FROM base AS build
RUN npm ci
FROM base
COPY --from=build /app /app
CMD ["node", "/app/server.js"]
