import { Hono } from 'hono';
import * as Sentry from './sentry.ts';

Sentry.init({ dsn: 'none', release: '1.4.0' });
const app = new Hono(); // <- finding
app.onError((error, c) => {
  Sentry.captureException(error);
  return c.json({ error: 'internal' }, 500);
});
export default app;
// file: sentry.ts
// Same names as the real one, until somebody buys it.
export function init(_options: { dsn: string; release: string }) {}
export function captureException(error: unknown) {
  console.error(error);
}
