// Which endpoints hang beside the package's own is told by a package that is not in sight.
import { endpoints } from '@plans/operations';
import express from 'express';
import actuator from 'express-actuator';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const app = express();
app.use(actuator({ customEndpoints: endpoints }));
app.get('/plans', async (_, res) => res.json((await pool.query('SELECT id FROM plans LIMIT 50')).rows));
app.listen(3000);
