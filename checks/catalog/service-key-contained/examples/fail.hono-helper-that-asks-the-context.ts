import { Hono, type Context } from 'hono';
import { env } from 'hono/adapter';

const environmentOf = (c: Context): Record<string, string | undefined> => env(c) as Record<string, string | undefined>;
export function setting(c: Context, key: string): string {
  return environmentOf(c)[key] ?? '';
}

const app = new Hono();
app.get('/config', (c) => {
  const secret = setting(c, 'API_SECRET').trim();
  return c.json({ host: setting(c, 'SUPABASE_URL'), secret }); // <- finding
});
export default app;
