import { Hono } from 'hono';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';

const db = new Kysely<{ plans: { title: string } }>({ dialect: new PostgresDialect({ pool: new Pool() }) });
const app = new Hono();

app.post('/plans', async (c) => { // <- finding
  await db.insertInto('plans').values(await c.req.json()).executeTakeFirstOrThrow();
  return c.body(null, 204);
});
app.post('/drafts', async (c) => {
  await db.insertInto('plans').values(await c.req.json()).onConflict((at) => at.column('title').doNothing()).execute();
  return c.body(null, 204);
});
export default app;
