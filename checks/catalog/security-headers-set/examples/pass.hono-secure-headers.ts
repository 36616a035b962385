import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const app = new Hono();
app.use('*', secureHeaders());
app.get('/plans', (c) => c.json([]));
serve({ fetch: app.fetch, port: 3000 });
