// file: src/config.ts
import { attempt } from '@plans/tools';
import { defineConfig } from 'figue';
import { z } from 'zod';

const database = {
  url: { doc: 'where the database is', schema: z.string().url(), env: 'DATABASE_URL' },
};
const definition = {
  port: { doc: 'where it listens', schema: z.coerce.number(), default: 3000, env: 'PORT' },
  auth: { secret: { doc: 'signs tokens', schema: z.string().min(32), env: 'AUTH_SECRET' } },
  database,
};

export function settings(env = process.env) {
  const [made, error] = attempt(() => defineConfig(definition, { envSource: env }));
  if (error) stop(error);
  return made.config;
}

function stop(error: Error): never {
  console.error('the settings are not complete:', error.message);
  process.exit(1);
}
// file: src/index.ts
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { settings } from './config.ts';

const config = settings();
const app = new Hono();
app.get('/plans', (c) => c.json([]));
serve({ fetch: app.fetch, port: config.port });
