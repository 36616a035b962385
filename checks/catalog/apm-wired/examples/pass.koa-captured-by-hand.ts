import * as Sentry from '@sentry/node';
import Koa from 'koa';

Sentry.init({ dsn: process.env.SENTRY_DSN, release: process.env.RELEASE });
const app = new Koa();
app.on('error', (error) => Sentry.captureException(error));
app.listen(3000);
