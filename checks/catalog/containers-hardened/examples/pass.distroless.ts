import express from 'express';

express().listen(3000);
// file: Dockerfile
FROM node:24.11 AS build
RUN npm ci
FROM gcr.io/distroless/nodejs24-debian13:nonroot
COPY --from=build /app /app
CMD ["/app/server.js"]
