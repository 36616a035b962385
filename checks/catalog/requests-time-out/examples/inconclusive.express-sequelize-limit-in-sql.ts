import { createServer } from 'node:http';
import express from 'express';
import { Sequelize } from 'sequelize';

const sequelize = new Sequelize(process.env.DATABASE_URL ?? '', { dialect: 'postgres' });
const inTime = async (work: () => Promise<unknown>) =>
  sequelize.transaction(async () => {
    await sequelize.query("SET LOCAL statement_timeout = '5s'");
    return work();
  });
const app = express();
app.get('/plans', async (_request, response) => response.json(await inTime(() => sequelize.query('select id from plans limit 10'))));
createServer({ requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 }, app).listen(3000);
