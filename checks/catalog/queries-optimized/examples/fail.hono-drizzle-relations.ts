import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Hono } from 'hono';
import * as schema from './schema.ts';

const db = drizzle(process.env.DATABASE_URL ?? '', { schema });
const app = new Hono();
app.get('/api/plans', async (context) => context.json(await db.query.plans.findMany())); // <- finding
app.get('/api/weeks', async (context) => context.json(await db.select().from(schema.weeks))); // <- finding
app.get('/api/mine', async (context) => context.json(await db.query.plans.findMany({ where: eq(schema.plans.userId, context.get('user')) })));
app.get('/api/plans/:id', async (context) => {
  const plan = await db.query.plans.findFirst({ where: eq(schema.plans.id, context.req.param('id')), with: { weeks: true } });
  return context.json(plan);
});
app.get('/api/weeks/:id', async (context) => {
  const [week] = await db.select().from(schema.weeks).where(eq(schema.weeks.id, context.req.param('id')));
  return context.json(week);
});
app.get('/api/pages/:page', async (context) => {
  const query = db.select().from(schema.plans).$dynamic();
  onPage(query, Number(context.req.param('page')));
  return context.json(await query.execute());
});
const onPage = (query, page) => query.limit(20).offset(page * 20);

export default app;
// file: schema.ts
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';

export const plans = pgTable('plans', { id: uuid('id').primaryKey(), userId: uuid('user_id'), title: text('title') });
export const weeks = pgTable('weeks', { id: uuid('id').primaryKey(), planId: uuid('plan_id') });
