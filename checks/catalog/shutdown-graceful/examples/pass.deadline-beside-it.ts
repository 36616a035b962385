import express from 'express';

const server = express().listen(3000);
const stop = () => {
  setTimeout(() => process.exit(1), 20_000).unref();
  server.close(() => process.exit(0));
};
process.once('SIGTERM', stop);
