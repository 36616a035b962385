import * as Sentry from '@sentry/node';
import express from 'express';

const app = express();
Sentry.init({ dsn: process.env.SENTRY_DSN, release: process.env.RELEASE }); // <- finding
Sentry.setupExpressErrorHandler(app);
app.listen(3000);
