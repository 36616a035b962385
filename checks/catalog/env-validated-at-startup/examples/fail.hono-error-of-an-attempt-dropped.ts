// file: src/config.ts
import { attempt } from '@plans/tools';
import { defineConfig } from 'figue';
import { z } from 'zod';

export function settings() {
  const [made] = attempt(() =>
    defineConfig({ auth: { secret: { schema: z.string().min(32), env: 'AUTH_SECRET' } } }, { envSource: process.env }),
  );
  return made?.config;
}
// file: src/index.ts
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { settings } from './config.ts';

const config = settings();
const app = new Hono(); // <- finding
app.get('/plans', (c) => c.json([config === undefined]));
serve({ fetch: app.fetch, port: 3000 });
