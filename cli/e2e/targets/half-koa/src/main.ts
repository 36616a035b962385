// Starts the service, and stops it without losing a request.
import { createServer } from 'node:http';
import { createApp } from './app.ts';
import { config } from './config.ts';
import { lifecycle } from './lifecycle.ts';
import { logger } from './logger.ts';

const server = createServer({ requestTimeout: 0, headersTimeout: 0 }, createApp().callback()); // <- finding requests-time-out
server.listen(config.PORT, config.HOST, () => logger.info({ port: config.PORT }, 'listening'));

process.once('SIGTERM', () => {
  lifecycle.draining = true;
  logger.info('stopping');
  setTimeout(() => {
    server.close(() => process.exit(0));
    setInterval(() => server.closeIdleConnections(), 50);
  }, 2_000);
});
