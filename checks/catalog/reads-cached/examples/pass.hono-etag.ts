import { drizzle } from 'drizzle-orm/node-postgres';
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { exercises } from './schema.ts';

const db = drizzle(process.env.DATABASE_URL ?? '');
const app = new Hono();
app.use('/v1/*', etag());
app.get('/v1/exercises', async (c) => {
  const rows = await db.select({ id: exercises.id, name: exercises.name }).from(exercises).limit(100);
  return c.json(rows);
});
export default app;
// file: schema.ts
import { pgTable, text } from 'drizzle-orm/pg-core';

export const exercises = pgTable('exercises', { id: text('id').primaryKey(), name: text('name') });
