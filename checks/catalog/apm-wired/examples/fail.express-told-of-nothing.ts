import * as Sentry from '@sentry/node';
import express from 'express';

Sentry.init({ dsn: process.env.SENTRY_DSN, release: process.env.RELEASE }); // <- finding
const app = express();
app.listen(3000);
