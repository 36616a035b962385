import express from 'express';

express().listen(3000);
// file: Dockerfile
FROM node:24.11-alpine
RUN apk add --no-cache su-exec
ENTRYPOINT ["su-exec", "node", "node", "server.js"]
