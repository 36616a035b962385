import { createServer } from 'node:http';
import express from 'express';
import { Sequelize } from 'sequelize';

// Waiting for a free connection is bounded; waiting for the database's answer is not.
const sequelize = new Sequelize(process.env.DATABASE_URL ?? '', { dialect: 'postgres', pool: { max: 5, acquire: 10_000 } }); // <- finding
const app = express();
app.get('/plans', async (_request, response) => response.json(await sequelize.query('select id from plans limit 10')));
createServer({ requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 }, app).listen(3000);
