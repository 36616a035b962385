const express = require('express');
const { latestOf } = require('./plans');

const app = express();
app.get('/v1/latest/:owner', async (request, response) => response.json(await latestOf(request.params.owner)));
app.listen(3000);
// file: plans.js
const models = require('./models');

exports.latestOf = (owner) => models.Plan.findOne({ where: { owner }, order: [['createdAt', 'DESC']] }).then((plan) => plan);
// file: migrations/one.js
const { latestOf } = require('../plans');

// Nobody waits for it.
exports.up = async (owners) => {
  for (const owner of owners) await latestOf(owner);
};
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
