import { serve } from '@hono/node-server';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, serial, text } from 'drizzle-orm/pg-core';
import { Hono } from 'hono';

const plans = pgTable('plans', { id: serial('id').primaryKey(), title: text('title') });
const db = drizzle(process.env.DATABASE_URL ?? '');
const app = new Hono();

app.post('/plans', async (c) => { // <- finding
  const [plan] = await db.insert(plans).values(await c.req.json()).returning();
  return c.json(plan, 201);
});
serve(app);
