import express from 'express';

express().listen(3000);
// file: Dockerfile
FROM node:24.11 AS build
USER node
RUN npm ci
# <- finding below
FROM node:24.11-slim
COPY --from=build /app /app
CMD ["node", "/app/server.js"]
