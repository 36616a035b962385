import Fastify from 'fastify';
import pino from 'pino';

const words = pino({ transport: { target: 'pino-pretty' } }); // <- finding

export function build({ testing = false } = {}) {
  const app = Fastify({ ...(testing ? { logger: false } : { loggerInstance: words }) });
  app.get('/', async (request) => {
    request.log.info('asked');
    return {};
  });
  return app;
}
await build().listen({ port: 3000 });
