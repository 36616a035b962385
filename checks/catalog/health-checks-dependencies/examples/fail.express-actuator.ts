// What the package answers is UP, whatever becomes of the database.
import express from 'express';
import actuator from 'express-actuator';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const app = express();
app.use(actuator()); // <- finding
app.get('/plans', async (_, res) => res.json((await pool.query('SELECT id FROM plans LIMIT 50')).rows));
app.listen(3000);
