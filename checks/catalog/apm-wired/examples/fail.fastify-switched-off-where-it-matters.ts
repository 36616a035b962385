import * as Sentry from '@sentry/node';
import Fastify from 'fastify';

Sentry.init({ // <- finding
  dsn: process.env.SENTRY_DSN,
  release: process.env.GIT_SHA,
  enabled: process.env.NODE_ENV !== 'production',
});
const app = Fastify();
Sentry.setupFastifyErrorHandler(app);
await app.listen({ port: 3000 });
