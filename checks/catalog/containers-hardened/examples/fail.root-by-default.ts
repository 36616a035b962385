import express from 'express';

express().listen(3000);
// file: Dockerfile
# <- finding below
FROM node:24.11-alpine
WORKDIR /app
COPY package.json server.js ./
# USER node
CMD ["node", "server.js"]
