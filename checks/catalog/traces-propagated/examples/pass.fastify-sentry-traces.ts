import * as Sentry from '@sentry/node';
import Fastify from 'fastify';

Sentry.init({ dsn: process.env.SENTRY_DSN, tracesSampleRate: 0.1 });
const app = Fastify();
app.get('/', () => fetch('https://api.example.com'));
await app.listen({ port: 3000 });
