// file: main.ts
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { bringUpToDate } from './db/migrate.ts';

const app = new Hono();
app.get('/healthz', (c) => c.json({ status: 'ok' }));

async function main(): Promise<void> {
  await bringUpToDate();
  serve({ fetch: app.fetch, port: 3000 });
}
main().catch((error) => {
  console.error(error);
  process.exit(1);
});
// file: db/migrate.ts
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

export async function bringUpToDate(): Promise<void> {
  const connection = postgres(process.env.DATABASE_URL ?? '', { max: 1 });
  await migrate(drizzle(connection), { migrationsFolder: './drizzle' });
  await connection.end();
}
