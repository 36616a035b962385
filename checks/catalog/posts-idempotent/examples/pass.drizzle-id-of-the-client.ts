import { Hono } from 'hono';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';

const orders = pgTable('orders', { id: uuid('id').primaryKey(), item: text('item').notNull() });
const db = drizzle(process.env.DATABASE_URL ?? '');
const app = new Hono();
app.post('/orders', async (c) => {
  const { id, item } = await c.req.json();
  await db.insert(orders).values({ id, item }).onConflictDoNothing({ target: orders.id });
  return c.json({ id, item }, 201);
});
export default app;
