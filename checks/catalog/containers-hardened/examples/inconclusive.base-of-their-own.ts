import express from 'express';

express().listen(3000);
// file: Dockerfile
FROM registry.acme.dev/platform/node:3.1
COPY server.js ./
CMD ["node", "server.js"]
