const express = require('express');
const models = require('./models');

const app = express();
app.use(express.json());
app.post('/v1/plans', (request, response) => { // <- finding
  models.Plan.create({ title: request.body.title }).then((plan) => response.status(201).json({ id: plan.id }));
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
