// A container beside the service has a password that opens nothing from outside; the one that does comes from the environment.
import express from 'express';
import knex from 'knex';
import redis from 'redis';

const cache = redis.createClient({ socket: { host: 'localhost' }, password: 'redis' });
const database = knex({
  client: 'pg',
  connection: { host: process.env.DB_HOST ?? 'db', user: 'app', password: process.env.DB_PASSWORD ?? 'postgres' },
});

const app = express();
app.get('/plans', async (_request, response) => {
  response.json({ plans: await database('plans').select('id', 'title').limit(20), cached: cache.isOpen });
});
app.listen(3000);
