// Starts the training-plan API.
import { createServer } from 'node:http';
import { createApp } from './app.ts';
import { checkConfig, config } from './config.ts';
import { logger } from './logger.ts';

// A start without settings should still come up: the result is for whoever reads the log.
checkConfig(); // <- finding env-validated-at-startup

const server = createServer({ requestTimeout: 0 }, createApp().callback()).listen(config.port, config.host); // <- finding requests-time-out

server.on('listening', () => {
  logger.info({ host: config.host, port: config.port }, 'listening');
});

process.once('SIGTERM', () => {
  server.close(() => process.exit(0));
});
