// Each start throws the tables away.
import express from 'express';
import { DataTypes, Sequelize } from 'sequelize';

const sequelize = new Sequelize(process.env.DATABASE_URL ?? '');
const Plan = sequelize.define('Plan', { name: DataTypes.STRING });
const app = express();
app.get('/plans', async (_, res) => res.json(await Plan.findAll({ limit: 50 })));

await sequelize.sync({ force: true }); // <- finding
app.listen(3000);
