const express = require('express');
const models = require('./models');
const { Tag } = require('./models');

const app = express();
app.get('/v1/plans', (request, response) => {
  models.Plan.findAll().then((plans) => response.json(plans)); // <- finding
});
app.get('/v1/tags', async (request, response) => {
  response.json(await Tag.findAll()); // <- finding
});
app.listen(3000);
// file: models/index.js
const fs = require('fs');
const path = require('path');
const Sequelize = require('sequelize');

const sequelize = new Sequelize(process.env.DATABASE_URL);
const db = {};
fs.readdirSync(__dirname)
  .filter((file) => file !== 'index.js')
  .forEach((file) => {
    const model = require(path.join(__dirname, file))(sequelize, Sequelize);
    db[model.name] = model;
  });
db.sequelize = sequelize;
module.exports = db;
