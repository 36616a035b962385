import express from 'express';

express().listen(3000);
// file: .env
PORT=3000
// file: Dockerfile
FROM node:24.11-alpine
# <- finding below
COPY . .
USER node
CMD ["node", "server.js"]
