import { sentry } from '@hono/sentry';
import { Hono } from 'hono';

const app = new Hono();
app.use('*', sentry({ dsn: process.env.SENTRY_DSN, release: process.env.RELEASE }));
app.get('/plans', (c) => c.json([]));
export default app;
