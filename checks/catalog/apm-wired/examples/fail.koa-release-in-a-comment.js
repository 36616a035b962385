require('./instrument');
const Koa = require('koa');
const Sentry = require('@sentry/node');

const app = new Koa();
Sentry.setupKoaErrorHandler(app);
app.listen(3000);
// file: instrument.js
const Sentry = require('@sentry/node');

Sentry.init({ // <- finding
  dsn: process.env.SENTRY_DSN,
  // release: process.env.GIT_SHA,
  environment: process.env.NODE_ENV,
});
