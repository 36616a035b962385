import { serve } from '@hono/node-server';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, serial, text } from 'drizzle-orm/pg-core';
import { Hono } from 'hono';

const members = pgTable('members', { id: serial('id').primaryKey(), email: text('email').notNull().unique() });
const db = drizzle(process.env.DATABASE_URL ?? '');
const app = new Hono();

app.post('/members', async (c) => {
  const { email } = await c.req.json();
  await db.insert(members).values({ email });
  return c.body(null, 201);
});
serve(app);
