import express from 'express';

express().listen(3000);
// file: Dockerfile
FROM node:24.11-alpine
USER node
WORKDIR /app
COPY package.json server.js ./
# <- finding below
USER root
CMD ["node", "server.js"]
