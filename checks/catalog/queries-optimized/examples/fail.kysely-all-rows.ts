import { Hono } from 'hono';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';

const db = new Kysely<{ plans: { title: string } }>({ dialect: new PostgresDialect({ pool: new Pool() }) });
const app = new Hono();

app.get('/plans', async (c) => c.json(await db.selectFrom('plans').select('title').execute())); // <- finding
app.get('/plans/:id', async (c) => c.json(await db.selectFrom('plans').select('title').where('id', '=', c.req.param('id')).executeTakeFirst()));
export default app;
