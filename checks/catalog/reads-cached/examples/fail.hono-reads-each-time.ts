import { drizzle } from 'drizzle-orm/node-postgres';
import { Hono } from 'hono';
import { exercises } from './schema.ts';

const db = drizzle(process.env.DATABASE_URL ?? '');
const app = new Hono();
// app.use('*', etag());
app.get('/v1/exercises', async (c) => { // <- finding
  const rows = await db.select({ id: exercises.id, name: exercises.name }).from(exercises).limit(100);
  return c.json({ hint: 'Answers are cached by your device.', rows });
});
export default app;
// file: schema.ts
import { pgTable, text } from 'drizzle-orm/pg-core';

export const exercises = pgTable('exercises', { id: text('id').primaryKey(), name: text('name') });
