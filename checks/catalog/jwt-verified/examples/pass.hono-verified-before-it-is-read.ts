// Verifying and reading in one `try` whose failure is kept for the caller: where verifying throws, nothing was read.
import jwt from '@tsndr/cloudflare-worker-jwt';
import { Hono } from 'hono';

const check = async (token: string, secret: string) => {
  let allowed = false;
  let payload: { sub?: string } | undefined;
  try {
    allowed = Boolean(await jwt.verify(token, secret));
    payload = jwt.decode(token).payload;
  } catch {}
  return { allowed, payload };
};

const app = new Hono<{ Bindings: { JWT_SECRET: string } }>();
app.get('/me', async (c) => {
  const { allowed, payload } = await check(c.req.header('authorization')?.slice(7) ?? '', c.env.JWT_SECRET);
  if (!allowed || payload?.sub === undefined) return c.json({ title: 'Sign in' }, 401);
  return c.json({ id: payload.sub });
});
export default app;
