import express from 'express';

express().listen(3000);
// file: Dockerfile
# <- finding below
FROM node:latest AS build
RUN npm ci
# <- finding below
FROM node
COPY --from=build /app /app
USER node
CMD ["node", "/app/server.js"]
