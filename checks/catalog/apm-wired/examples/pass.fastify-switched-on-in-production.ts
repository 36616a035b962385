import * as Sentry from '@sentry/node';
import Fastify from 'fastify';

Sentry.init({
  dsn: process.env.SENTRY_DSN,
  release: process.env.GIT_SHA,
  environment: process.env.NODE_ENV,
  enabled: process.env.NODE_ENV === 'production',
  sendDefaultPii: false,
});
const app = Fastify();
Sentry.setupFastifyErrorHandler(app);
await app.listen({ port: 3000 });
