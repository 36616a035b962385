import express from 'express';
import { Sequelize } from 'sequelize';

const sequelize = new Sequelize('postgres://db/plans');
const app = express();
await sequelize.sync(); // <- finding
app.listen(3000);
