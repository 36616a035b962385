import Koa from 'koa';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';

const db = drizzle(process.env.DATABASE_URL ?? '');
if (process.env.NODE_ENV === 'development') await migrate(db, { migrationsFolder: './drizzle' });
const app = new Koa(); // <- finding
app.listen(3000);
