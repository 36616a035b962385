import { createServer } from 'node:http';
import Koa from 'koa';
import knex from 'knex';

// A file on the same disk keeps nobody waiting for a network.
const db = knex({ client: 'better-sqlite3', connection: { filename: './plans.db' }, useNullAsDefault: true });
const app = new Koa();
app.use(async (ctx) => { ctx.body = await db('plans').select('id').limit(10); });
createServer({ requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 }, app.callback()).listen(3000);
