// Starts the API: settings first, then the limits of the server, then the port.
import { createServer } from 'node:http';
import { createApp } from './app.ts';
import { environment } from './environment.ts';
import { logger } from './logger.ts';

const server = createServer(
  { requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000, keepAliveTimeout: 65_000 },
  createApp(),
);

server.listen(environment.PORT, () => {
  logger.info({ port: environment.PORT }, 'listening');
});

process.once('SIGTERM', () => {
  server.close();
  server.closeIdleConnections();
});
