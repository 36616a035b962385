import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.get('/debug', (c) => c.text('Debug mode is off: errorhandler() is not used.'));
serve({ fetch: app.fetch, port: 3000 });
