import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.onError((err, c) => c.text(`Error: ${err.message}`, 500)); // <- finding
serve({ fetch: app.fetch, port: 3000 });
