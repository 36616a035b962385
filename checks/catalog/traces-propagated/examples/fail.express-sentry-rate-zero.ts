import * as Sentry from '@sentry/node';
import express from 'express';

Sentry.init({ dsn: process.env.SENTRY_DSN, tracesSampleRate: 0 });
const app = express(); // <- finding
app.listen(3000);
