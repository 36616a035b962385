import * as Sentry from '@sentry/node';
import express from 'express';

Sentry.init({ dsn: process.env.SENTRY_DSN, release: '1.2.0', enabled: false }); // <- finding
const app = express();
Sentry.setupExpressErrorHandler(app);
app.listen(3000);
