import { serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';

const refused = (c: Context, sent: unknown): Response => c.json({ code: 'INVALID', sent }, 422);

const app = new Hono();
app.post('/login', async (c) => {
  const sent = await c.req.json();
  if (typeof sent.email !== 'string') throw new HTTPException(422, { res: refused(c, sent) }); // <- finding
  return c.json({ ok: true });
});
serve({ fetch: app.fetch, port: 3000 });
