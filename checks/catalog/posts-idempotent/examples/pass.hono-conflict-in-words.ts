// What the insert fails with is told as what it is: the member is there already.
import { Hono } from 'hono';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';

const db = new Kysely<{ members: { email: string } }>({ dialect: new PostgresDialect({ pool: new Pool() }) });
const app = new Hono();

app.post('/members', async (c) => {
  const { email } = await c.req.json();
  try {
    await db.insertInto('members').values({ email }).execute();
  } catch {
    return c.json({ title: 'The member already exists' }, 409);
  }
  return c.body(null, 201);
});
export default app;
