import express from 'express';

express().listen(3000);
// file: Dockerfile
FROM node:24.11-alpine
USER node
// file: docker-compose.yml
services:
  db:
    image: postgres
    environment:
      POSTGRES_PASSWORD: postgres
