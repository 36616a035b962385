import { serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';

// The helper answers through the context it is given; nothing of the request goes into the answer.
const tooMany = (c: Context, used: number): Response | undefined =>
  used > 5 ? c.json({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds: 60 }, 429) : undefined;

const app = new Hono();
app.post('/login', async (c) => {
  const limited = tooMany(c, Number(c.req.header('x-tries')));
  if (limited) throw new HTTPException(429, { res: limited });
  return c.json({ ok: true });
});
serve({ fetch: app.fetch, port: 3000 });
