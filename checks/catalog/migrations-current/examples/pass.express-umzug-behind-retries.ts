// Umzug is run before the service listens, and again where the database is not up yet.
const express = require('express');
const Umzug = require('umzug');
const { Sequelize } = require('sequelize');

const sequelize = new Sequelize(process.env.DATABASE_URL);
const umzug = new Umzug({ migrations: { path: './migrations' }, storage: 'sequelize', storageOptions: { sequelize } });

async function callWithRetry(work, left = 5) {
  try {
    return await work();
  } catch (error) {
    if (left === 0) throw error;
    return callWithRetry(work, left - 1);
  }
}

async function start() {
  await callWithRetry(async () => {
    await umzug.up();
  });
  const app = express();
  app.get('/plans', async (req, res) => res.json(await sequelize.query('SELECT id, name FROM plans LIMIT 50')));
  app.listen(8000);
}
start();
