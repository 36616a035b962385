import { Hono } from 'hono';
import { closePool } from './database';

const app = new Hono();
app.get('/plans', (c) => c.json([]));

process.on('SIGTERM', async () => {
  await closePool();
  process.exit(0);
});

export default { port: 3000, fetch: app.fetch };
