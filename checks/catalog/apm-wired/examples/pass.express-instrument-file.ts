import './instrument.ts';
import * as Sentry from '@sentry/node';
import express from 'express';

const app = express();
Sentry.setupExpressErrorHandler(app);
app.listen(3000);
// file: instrument.ts
import * as Sentry from '@sentry/node';

Sentry.init({ dsn: process.env.SENTRY_DSN, release: process.env.RELEASE, beforeSend: (event) => ({ ...event, request: undefined }) });
