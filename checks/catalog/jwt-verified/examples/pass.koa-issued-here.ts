import { jwtVerify, SignJWT } from 'jose';
import Koa from 'koa';

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error('JWT_SECRET is missing');
const key = new TextEncoder().encode(secret);

const app = new Koa();
app.use(async (ctx) => {
  if (ctx.path === '/login') {
    ctx.body = { token: await new SignJWT({ sub: 'user-1' }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1h').sign(key) };
    return;
  }
  const { payload } = await jwtVerify(ctx.get('Authorization').slice(7), key, { algorithms: ['HS256'] });
  ctx.body = { owner: payload.sub };
});
app.listen(3000);
