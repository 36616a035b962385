import express from 'express';
import { Sequelize } from 'sequelize';

const sequelize = new Sequelize(process.env.DATABASE_URL ?? '');
const app = express();
app.get('/plans', async (_, response) => {
  response.json(await sequelize.query('select id from plans limit 20'));
});
await sequelize.sync({ alter: true });
app.listen(3000);
