import { Hono, type Context } from 'hono';
import { env } from 'hono/adapter';

function environmentOf(c: Context): Record<string, string | undefined> {
  const runtime = env(c);
  if (runtime && typeof runtime === 'object') return runtime as Record<string, string | undefined>;
  const handed = (c as Context & { env?: Record<string, string | undefined> }).env;
  return handed ?? {};
}
export function setting(c: Context, key: string): string {
  const value = environmentOf(c)[key];
  if (value !== undefined) return value;
  return '';
}

const app = new Hono();
app.get('/config', (c) => {
  const answered = c.env.DEVICES.writeDataPoint({ blobs: [setting(c, 'REGION')] });
  console.log('config asked for in', setting(c, 'REGION'), answered);
  c.header('X-Source', `${setting(c, 'REGION')}-plans`);
  return c.json({ host: setting(c, 'SUPABASE_URL'), open: setting(c, 'API_SECRET') !== '' });
});
export default app;
