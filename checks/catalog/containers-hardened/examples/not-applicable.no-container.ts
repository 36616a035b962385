import express from 'express';

express().listen(3000);
// file: Dockerfile.dev
FROM node
CMD ["npm", "run", "dev"]
