import { Hono } from 'hono';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';

const plans = pgTable('plans', { id: uuid('id').primaryKey(), name: text('name') });
const db = drizzle(process.env.DATABASE_URL ?? '');
const app = new Hono();
app.get('/plans', async (c) => c.json(await db.select().from(plans))); // <- finding
export default app;
