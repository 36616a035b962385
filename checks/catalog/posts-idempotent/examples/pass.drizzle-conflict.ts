import { serve } from '@hono/node-server';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { Hono } from 'hono';

const plans = pgTable('plans', { id: text('id').primaryKey(), title: text('title') });
const db = drizzle(process.env.DATABASE_URL ?? '');
const app = new Hono();

app.post('/plans', async (c) => {
  await db.insert(plans).values(await c.req.json()).onConflictDoNothing();
  return c.body(null, 204);
});
serve(app);
