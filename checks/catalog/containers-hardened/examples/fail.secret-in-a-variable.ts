import express from 'express';

express().listen(3000);
// file: Dockerfile
FROM node:24.11-alpine
# <- finding below
ENV SESSION_SECRET=correct-horse-battery
COPY server.js ./
USER node
CMD ["node", "server.js"]
