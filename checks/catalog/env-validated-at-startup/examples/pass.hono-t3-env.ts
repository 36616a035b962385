// file: src/env.ts
import { createEnv } from '@t3-oss/env-core';
import { z } from 'zod';

export const env = createEnv({
  server: { DATABASE_URL: z.url(), OPENAI_API_KEY: z.string().min(20) },
  runtimeEnv: process.env,
});
// file: src/main.ts
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { env } from './env.ts';

const app = new Hono();
app.get('/ready', (c) => c.json({ ready: env.DATABASE_URL !== '' }));
serve({ fetch: app.fetch, port: 3000 });
