// The settings of a machine on the net stand in the source, merged into those of every machine.
import express from 'express';
import { Sequelize } from 'sequelize';
import redis from 'redis';

const common = { port: 3000, pageSize: 20 };
const remote = {
  db_host: 'db7.plans-cloud.com',
  db_user: 'root',
  db_password: 'Sun@2019', // <- finding
  cache_host: 'cache.plans-cloud.com',
  cache_password: 'dev@11111', // <- finding
};

const config = pick();
function pick() {
  switch (process.env.NODE_ENV) {
    case 'production':
      return Object.assign(common, remote);
    default:
      return Object.assign({}, common, remote);
  }
}

const sequelize = new Sequelize('plans', config.db_user, config.db_password, { host: config.db_host, dialect: 'mysql' });
const cache = redis.createClient(Object.assign({ host: config.cache_host, auth_pass: config.cache_password }, { db: 2 }));

const app = express();
app.get('/plans', async (_request, response) => {
  response.json({ plans: await sequelize.query('SELECT id, title FROM plans LIMIT 20'), cached: cache.connected });
});
app.listen(config.port);
