import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import pg from 'pg';

interface Probe {
  name: string;
  probe: () => Promise<boolean>;
}
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

const databaseProbe = (): Probe => ({
  name: 'database',
  probe: async () => {
    await pool.query('SELECT 1');
    return true;
  },
});
const probes = (): Probe[] => [databaseProbe()];

async function run({ name, probe }: Probe) {
  try {
    return { name, isUp: await probe() };
  } catch {
    return { name, isUp: false };
  }
}
const checkAll = async (all: Probe[]) => Promise.all(all.map(run));

const app = new Hono();
app.get('/health/ready', async (c) => {
  const results = await checkAll(probes());
  return c.json(results, results.every(({ isUp }) => isUp) ? 200 : 503);
});
serve({ fetch: app.fetch, port: 3000 });
