// The platform runs a script before each release goes out, which brings the schema up to date.
import express from 'express';
import { Sequelize } from 'sequelize';

const sequelize = new Sequelize(process.env.DATABASE_URL ?? '');
const app = express();
app.get('/plans', async (_req, res) => res.json(await sequelize.query('SELECT id, name FROM plans LIMIT 50')));
app.listen(8000);
// file: Procfile
web: npm run serve
release: ./bin/release_tasks.sh
// file: bin/release_tasks.sh
#!/bin/bash
npx sequelize db:migrate
