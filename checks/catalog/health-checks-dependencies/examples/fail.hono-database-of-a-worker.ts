// Nothing is imported for the database: the Worker is bound to it.
import { Hono } from 'hono';

const app = new Hono<{ Bindings: { DB: D1Database } }>();
app.get('/health', (c) => c.text('OK')); // <- finding
app.get('/plans', async (c) => {
  const { results } = await c.env.DB.prepare('SELECT id, name FROM plans LIMIT 20').all();
  return c.json(results);
});
export default app;
