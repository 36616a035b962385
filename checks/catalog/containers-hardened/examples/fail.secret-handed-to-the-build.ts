import express from 'express';

express().listen(3000);
// file: Dockerfile
FROM node:24.11-alpine
# <- finding below
ARG NPM_AUTH_TOKEN
RUN npm config set //registry.npmjs.org/:_authToken=$NPM_AUTH_TOKEN && npm ci
USER node
CMD ["node", "server.js"]
