import * as Sentry from '@sentry/node';
import Koa from 'koa';

Sentry.init({ dsn: process.env.SENTRY_DSN }); // <- finding
const app = new Koa();
Sentry.setupKoaErrorHandler(app);
app.listen(3000);
