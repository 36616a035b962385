import { decodeJwt, jwtVerify } from 'jose';
import Koa from 'koa';

const key = new TextEncoder().encode(process.env.JWT_SECRET);
const app = new Koa();
app.use(async (ctx) => {
  await jwtVerify(ctx.cookies.get('session') ?? '', key, { algorithms: ['HS256'] });
  const { sub } = decodeJwt(ctx.get('Authorization').slice(7)); // <- finding
  ctx.body = { owner: sub };
});
app.listen(3000);
