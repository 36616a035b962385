import { decodeJwt, jwtVerify } from 'jose';
import Koa from 'koa';

const key = new TextEncoder().encode(process.env.JWT_SECRET);

// The right way, for later.
export async function verified(token: string) {
  return (await jwtVerify(token, key, { algorithms: ['HS256'] })).payload;
}

const app = new Koa();
app.use((ctx) => {
  const claims = decodeJwt(ctx.get('Authorization').slice(7)); // <- finding
  ctx.body = { owner: claims.sub };
});
app.listen(3000);
