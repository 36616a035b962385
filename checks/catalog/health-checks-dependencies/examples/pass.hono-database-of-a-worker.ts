import { Hono } from 'hono';

const app = new Hono<{ Bindings: { DB: D1Database } }>();
app.get('/health', async (c) => {
  await c.env.DB.prepare('SELECT 1').first();
  return c.text('OK');
});
app.get('/plans', async (c) => {
  const { results } = await c.env.DB.prepare('SELECT id, name FROM plans LIMIT 20').all();
  return c.json(results);
});
export default app;
