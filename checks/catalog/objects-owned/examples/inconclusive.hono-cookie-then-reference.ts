// Who is asking is read from a cookie before; the country has nothing to do with them.
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { verify } from 'hono/jwt';
import { prisma } from './database.ts';

const signedIn = async (c, next) => {
  const cookie = getCookie(c, 'access');
  const claims = await verify(cookie, c.env.JWT_KEY);
  const user = await prisma.user.findUnique({ where: { id: claims.userId, cookie } });
  if (!user) return c.json({ error: 'sign in first' }, 401);
  await prisma.user.update({ where: { id: user.id }, data: { seen: new Date() } });
  c.set('user', { id: user.id });
  await next();
};

const v1 = new Hono().basePath('/v1');
v1.get('/countries/:id', signedIn, async (c) => {
  const { id } = c.req.param();
  return c.json(await prisma.country.findUnique({ where: { id: Number(id) } }));
});

const app = new Hono();
app.route('/', v1);
export default app;
