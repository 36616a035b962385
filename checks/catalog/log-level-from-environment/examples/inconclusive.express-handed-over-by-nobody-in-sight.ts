import express from 'express';
import pino from 'pino';

export function serve(options) {
  const logger = pino({ level: options.quiet ? 'warn' : 'info' });
  const app = express();
  app.get('/api/plans', (_request, response) => {
    logger.info('plans are asked for');
    response.json([]);
  });
  app.listen(3000);
}
