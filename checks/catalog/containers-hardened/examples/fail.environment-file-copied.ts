import express from 'express';

express().listen(3000);
// file: Dockerfile
FROM node:24.11-alpine
# <- finding below
COPY package.json server.js .env ./
USER node
CMD ["node", "server.js"]
