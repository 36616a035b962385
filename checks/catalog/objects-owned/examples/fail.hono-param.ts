import { Hono } from 'hono';
import { jwt } from 'hono/jwt';
import { eq } from 'drizzle-orm';
import { db, invoices } from './db.ts';

const app = new Hono();
app.use('*', jwt({ secret: process.env.JWT_SECRET, alg: 'HS256' }));
app.get('/customers/:customerId/invoices', async (c) => { // <- finding
  const rows = await db.select().from(invoices).where(eq(invoices.customerId, c.req.param('customerId')));
  return c.json(rows);
});
export default app;
