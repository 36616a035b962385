// An endpoint of its own that has nothing to do with health: what /health answers is UP all the same.
import express from 'express';
import actuator from 'express-actuator';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const app = express();
app.use(actuator({ customEndpoints: [{ id: 'flags', controller: (_, res) => res.json({ plans: true }) }] })); // <- finding
app.get('/plans', async (_, res) => res.json((await pool.query('SELECT id FROM plans LIMIT 50')).rows));
app.listen(3000);
