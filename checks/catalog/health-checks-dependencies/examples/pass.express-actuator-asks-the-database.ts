// What the package answers is UP; an endpoint beside it asks the database.
import express from 'express';
import actuator from 'express-actuator';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

async function askDatabase(_req: express.Request, res: express.Response) {
  try {
    await pool.query('SELECT 1');
    res.json({ status: 'UP' });
  } catch {
    res.status(503).json({ status: 'DOWN' });
  }
}

const app = express();
app.use(actuator({ basePath: '/actuator', customEndpoints: [{ id: 'readiness', controller: askDatabase }] }));
app.get('/plans', async (_, res) => res.json((await pool.query('SELECT id FROM plans LIMIT 50')).rows));
app.listen(3000);
