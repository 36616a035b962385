import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { z } from 'zod';

const schema = z.object({ DATABASE_URL: z.url() });
if (process.env.NODE_ENV !== 'production') {
  schema.parse(process.env); // <- finding
}

const app = new Hono();
app.get('/ready', (c) => c.json({ database: process.env.DATABASE_URL !== undefined }));
serve({ fetch: app.fetch, port: 3000 });
