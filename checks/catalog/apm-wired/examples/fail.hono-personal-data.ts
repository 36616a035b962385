import * as Sentry from '@sentry/node';
import { Hono } from 'hono';

Sentry.init({ dsn: process.env.SENTRY_DSN, release: '1.2.0', sendDefaultPii: true }); // <- finding
const app = new Hono();
export default app;
