import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono().basePath('/api');
app.get('/plans', (c) => c.json([])); // <- finding
serve({ fetch: app.fetch, port: 3000 });
