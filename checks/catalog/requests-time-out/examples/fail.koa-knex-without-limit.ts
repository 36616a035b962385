import { createServer } from 'node:http';
import Koa from 'koa';
import knex from 'knex';

const db = knex({ client: 'pg', connection: process.env.DATABASE_URL, pool: { min: 0, max: 10 }, acquireConnectionTimeout: 5_000 }); // <- finding
const app = new Koa();
app.use(async (ctx) => { ctx.body = await db('plans').select('id').limit(10); });
createServer({ requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 }, app.callback()).listen(3000);
