import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const { SUPABASE_SERVICE_ROLE_KEY: key } = process.env;
console.log('using', key); // <- finding

const app = new Hono();
app.get('/', (c) => c.json({ status: 'ok' }));
serve({ fetch: app.fetch, port: 3000 });
