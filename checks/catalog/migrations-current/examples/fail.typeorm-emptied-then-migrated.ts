// Migrations run as the connection is made, after it has thrown the tables away.
import 'reflect-metadata';
import express from 'express';
import { DataSource } from 'typeorm';

const source = new DataSource({
  type: 'postgres',
  url: process.env.DATABASE_URL,
  migrations: ['migrations/*.js'],
  dropSchema: true, // <- finding
  migrationsRun: true,
});
const app = express();
app.get('/plans', async (_, res) => res.json(await source.query('select id, name from plans limit 50')));

await source.initialize();
app.listen(3000);
