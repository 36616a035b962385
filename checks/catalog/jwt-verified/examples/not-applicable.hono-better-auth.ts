// Sessions are looked up in the database: getSession here is not Supabase's.
import { serve } from '@hono/node-server';
import { betterAuth } from 'better-auth';
import { Hono } from 'hono';

const auth = betterAuth({ secret: process.env.AUTH_SECRET });
const app = new Hono();
app.get('/api/plans', async (c) => {
  const session = await auth.api.getSession({ headers: c.req.raw.headers });
  if (session === null) return c.json({ detail: 'Please sign in.' }, 401);
  return c.json({ owner: session.user.id });
});
serve({ fetch: app.fetch, port: 3000 });
