import * as Sentry from '@sentry/node';
import Fastify from 'fastify';

// Sentry.init({ dsn: process.env.SENTRY_DSN, release: process.env.GIT_SHA });
const app = Fastify({ logger: true }); // <- finding
app.setErrorHandler((error, request, reply) => {
  // Without init this tells nobody.
  Sentry.captureException(error);
  request.log.error(error);
  return reply.code(500).send({ error: 'We look at it in Datadog and New Relic.' });
});
await app.listen({ port: 3000 });
