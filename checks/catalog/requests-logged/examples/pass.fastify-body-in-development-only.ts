// Bodies are written while developing, and never in production.
import Fastify from 'fastify';
import pino from 'pino';

const settings = { environment: process.env.NODE_ENV };
const logger = pino();
const app = Fastify({ logger: false });

app.addHook('onResponse', (request, reply, done) => {
  logger.info({
    msg: 'answered',
    request: {
      method: request.method,
      url: request.url,
      statusCode: reply.statusCode,
      responseTime: reply.elapsedTime,
      body: settings.environment === 'production' ? undefined : request.body,
    },
    requestId: request.id,
  });
  done();
});

app.get('/plans', async () => []);
await app.listen({ port: 3000 });
