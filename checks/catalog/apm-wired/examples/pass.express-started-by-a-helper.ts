import { startMonitoring } from './monitoring.ts';

startMonitoring();
const { createApp } = await import('./app.ts');
createApp().listen(3000);
// file: monitoring.ts
import { createRequire } from 'node:module';
import * as Sentry from '@sentry/node';

const { version } = createRequire(import.meta.url)('./package.json');

export function startMonitoring() {
  if (!process.env.SENTRY_DSN) return;
  Sentry.init({
    dsn: process.env.SENTRY_DSN,
    release: `plans@${version}`,
    sendDefaultPii: true,
    beforeSend(event) {
      delete event.request?.cookies;
      delete event.request?.headers?.authorization;
      return event;
    },
  });
}
// file: app.ts
import * as Sentry from '@sentry/node';
import express from 'express';

export function createApp() {
  const app = express();
  app.get('/plans', (_request, response) => response.json([]));
  Sentry.setupExpressErrorHandler(app);
  return app;
}
